import type { FunctionInterface } from "@/core/compiler/program";
import type { Actor, App } from "@/server/app";
import { FunctionSignatureSchema } from "@/server/functions/function-signature-schema";

/** Reads exactly these versions of functions, as a live automation holds them. */
export async function heldFunctionInterfaces(
  app: App,
  actor: Actor,
  held: readonly { name: string; version: number }[],
): Promise<FunctionInterface[]> {
  const versions = await app.db.functionVersion.findMany({
    where: {
      workspaceId: actor.workspaceId,
      OR: held.map(({ name, version }) => ({ number: version, function: { name, deletedAt: null } })),
    },
    select: { number: true, source: true, signature: true, function: { select: { name: true, description: true } } },
  });
  return versions.map(({ number, source, signature, function: { name, description } }) => ({
    name,
    version: number,
    source,
    description,
    signature: FunctionSignatureSchema.parse(signature),
  }));
}
