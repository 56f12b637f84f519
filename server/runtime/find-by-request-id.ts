import type { Pool, PoolClient } from "pg";
import { AppError } from "@/core/execution/errors";

/** @returns the execution that took this request id. @throws AppError UNAVAILABLE when it is gone */
export async function findByRequestId(
  from: Pick<Pool | PoolClient, "query">,
  workspaceId: string,
  requestId: string,
): Promise<string> {
  const { rows } = await from.query<{ id: string }>(
    "SELECT id FROM execution WHERE workspace_id = $1 AND request_id = $2",
    [workspaceId, requestId],
  );
  if (!rows[0]) throw new AppError("UNAVAILABLE");
  return rows[0].id;
}
