import type { FunctionInterface } from "@/core/compiler/program";
import type { Actor, App } from "@/server/app";
import { FunctionSignatureSchema } from "@/server/functions/function-signature-schema";

/** What the compiler and the editor know of the workspace's functions: the newest version of each. */
export async function listFunctionInterfaces(app: App, actor: Actor): Promise<FunctionInterface[]> {
  const functions = await app.db.function.findMany({
    where: { workspaceId: actor.workspaceId, deletedAt: null },
    select: { name: true, latestVersion: true, source: true, description: true, signature: true },
    orderBy: { name: "asc" },
  });
  return functions.map(({ name, latestVersion, source, description, signature }) => ({
    name,
    version: latestVersion,
    source,
    description,
    signature: FunctionSignatureSchema.parse(signature),
  }));
}
