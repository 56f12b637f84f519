import type { FunctionInterface } from "@/core/compiler/program";
import type { Actor, App } from "@/server/app";
import { FunctionSignatureSchema } from "@/server/functions/function-signature-schema";

interface Row {
  name: string;
  version: number;
  source: string;
  description: string;
  signature: unknown;
}

/**
 * What the compiler and the editor know of the workspace's functions: the newest published version of each. A function
 * that was never published is there as version 0, with its draft, so that it can be chosen and says what is missing.
 */
export async function listFunctionInterfaces(app: App, actor: Actor): Promise<FunctionInterface[]> {
  const { rows } = await app.pool.query<Row>({
    name: "function-interfaces",
    text: `SELECT DISTINCT ON (f.name) f.name, f.latest_version AS version, f.description,
                  coalesce(v.source, f.source) AS source, coalesce(v.signature, f.signature) AS signature
             FROM function f LEFT JOIN function_version v ON v.function_id = f.id AND v.number = f.latest_version
            WHERE f.workspace_id = $1 AND f.deleted_at IS NULL AND f.name <> ''
            ORDER BY f.name, f.latest_version DESC, f.id`,
    values: [actor.workspaceId],
  });
  return rows.map((row) => ({ ...row, signature: FunctionSignatureSchema.parse(row.signature) }));
}
