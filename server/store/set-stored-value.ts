import type { PoolClient } from "pg";
import type { Json } from "@/core/values/json";
import { storableText } from "@/server/runtime/journal/storable-text";

export interface SetStoredValueInput {
  workspaceId: string;
  key: string;
  /** Null takes the key away. */
  value: Json;
  executionId: string;
}

/** Keeps a value under a key, in the caller's transaction. */
export async function setStoredValue(tx: PoolClient, input: SetStoredValueInput): Promise<void> {
  const { workspaceId, key, value, executionId } = input;
  if (value === null) {
    await tx.query("DELETE FROM stored_value WHERE workspace_id = $1 AND key = $2", [workspaceId, key]);
    return;
  }
  await tx.query({
    name: "set-stored-value",
    text: `INSERT INTO stored_value (workspace_id, key, value, updated_by_execution_id) VALUES ($1, $2, $3, $4)
           ON CONFLICT (workspace_id, key) DO UPDATE SET
             value = excluded.value, updated_at = now(), updated_by_execution_id = excluded.updated_by_execution_id`,
    values: [workspaceId, key, storableText(JSON.stringify(value)), executionId],
  });
}
