import type { App } from "@/server/app";
import { isRecordId } from "@/server/records/stored-record";

/**
 * @param ids ids of records of any module; what is no id is passed over
 * @returns the names of those that exist, by id
 */
export async function recordNames(
  app: Pick<App, "pool">,
  workspaceId: string,
  ids: Iterable<unknown>,
): Promise<Record<string, string>> {
  const asked = [...new Set(ids)].filter(isRecordId);
  if (asked.length === 0) return {};
  const { rows } = await app.pool.query<{ id: string; name: string }>({
    name: "record-names",
    text: "SELECT id, name FROM crm_record WHERE workspace_id = $1 AND id = ANY($2::uuid[])",
    values: [workspaceId, asked],
  });
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}
