import type { FunctionSignature } from "@/core/compiler/program";
import type { Actor, App } from "@/server/app";
import { FunctionSignatureSchema } from "@/server/functions/function-signature-schema";

/** The published version that automations take when they are published next. */
export interface NewestVersion {
  number: number;
  source: string;
  signature: FunctionSignature;
}

/** @returns null for a function that was never published. */
export async function newestVersion(app: App, actor: Actor, functionId: string): Promise<NewestVersion | null> {
  const found = await app.db.functionVersion.findFirst({
    where: { workspaceId: actor.workspaceId, functionId },
    orderBy: { number: "desc" },
    select: { number: true, source: true, signature: true },
  });
  return found && { ...found, signature: FunctionSignatureSchema.parse(found.signature) };
}
