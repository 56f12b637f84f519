import type { ClientBase } from "pg";
import { problem, type RecordData, type RecordProblem } from "@/core/records/validate-record";
import type { StoredModule } from "@/server/records/load-modules";

/**
 * Makes sure that the records a write looks up exist, and keeps them from being deleted until the transaction ends.
 *
 * @returns one problem for each lookup of `data` that points at nothing in its module
 */
export async function checkLookups(
  tx: Pick<ClientBase, "query">,
  crmModule: StoredModule,
  workspaceId: string,
  data: Readonly<RecordData>,
): Promise<RecordProblem[]> {
  const lookups = crmModule.fields.filter((field) => field.type === "lookup" && data[field.apiName]);
  if (lookups.length === 0) return [];
  const ids = lookups.map((field) => data[field.apiName]);
  const { rows } = await tx.query<{ id: string; module: string }>(
    `SELECT r.id, m.api_name AS module FROM crm_record r JOIN crm_module m ON m.id = r.module_id
     WHERE r.workspace_id = $1 AND r.id = ANY($2::uuid[]) ORDER BY r.id FOR KEY SHARE OF r`,
    [workspaceId, ids],
  );
  const found = new Set(rows.map(({ id, module }) => `${module}/${id}`));
  return lookups
    .filter((field) => !found.has(`${field.lookupModule}/${data[field.apiName]}`))
    .map((field) =>
      problem(field, "LOOKUP_NOT_FOUND", { value: String(data[field.apiName]), module: field.lookupModule ?? "" }),
    );
}
