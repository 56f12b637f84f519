import { createHash } from "node:crypto";
import type { PoolClient } from "pg";
import { uuidv7 } from "uuidv7";
import type { Json } from "@/core/values/json";
import type { App } from "@/server/app";
import type { PreparedWait } from "@/server/runtime/host/prepare-wait";
import type { EffectRequest } from "@/server/runtime/sandbox/sandbox";

/** The state of what a step waits for. */
export interface WaitTicket {
  id: string;
  kind: PreparedWait["kind"];
  /** When it ends by itself; null: never. */
  dueAt: Date | null;
  /** Milliseconds until then, by the database's clock. */
  dueInMs: number | null;
  /** Null while nobody answered. */
  answer: Json;
}

export const tokenHash = (token: string): Buffer => createHash("sha256").update(token).digest();

const TICKET = `id, kind, due_at AS "dueAt", answer,
  (extract(epoch FROM due_at - clock_timestamp()) * 1000)::float8 AS "dueInMs"`;

/** Makes the ticket of a wait, unless there is one from before. Times count from now by the database's clock. */
export async function openTicket(
  tx: PoolClient,
  execution: { workspaceId: string; executionId: string },
  effect: EffectRequest,
  wait: PreparedWait,
): Promise<WaitTicket> {
  const { nodeId, path, attempt, ordinal } = effect;
  await tx.query(
    `INSERT INTO wait_ticket
       (id, workspace_id, execution_id, node_id, path, attempt, ordinal, kind, token_hash, question, approvers, due_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11,
       coalesce($12::timestamptz, clock_timestamp() + $13::float8 * interval '1 millisecond'))
     ON CONFLICT (execution_id, node_id, path, attempt, ordinal) DO NOTHING`,
    [
      uuidv7(),
      execution.workspaceId,
      execution.executionId,
      ...[nodeId, path, attempt, ordinal, wait.kind],
      wait.token === null ? null : tokenHash(wait.token),
      wait.question,
      wait.approvers,
      wait.date,
      wait.ms,
    ],
  );
  const { rows } = await tx.query<WaitTicket>(FIND, [execution.executionId, nodeId, path, attempt, ordinal]);
  return rows[0] as WaitTicket;
}

const FIND = `
  SELECT ${TICKET} FROM wait_ticket
   WHERE execution_id = $1 AND node_id = $2 AND path = $3 AND attempt = $4 AND ordinal = $5`;

/** @returns the ticket that an earlier process made for a wait; null when there is none */
export async function findTicket(app: App, executionId: string, effect: EffectRequest): Promise<WaitTicket | null> {
  const { nodeId, path, attempt, ordinal } = effect;
  const values = [executionId, nodeId, path, attempt, ordinal];
  const { rows } = await app.pool.query<WaitTicket>({ name: "find-wait-ticket", text: FIND, values });
  return rows[0] ?? null;
}

/** @returns null when nobody needs it any more */
export async function readTicket(app: App, id: string): Promise<WaitTicket | null> {
  const { rows } = await app.pool.query<WaitTicket>({
    name: "wait-ticket",
    text: `SELECT ${TICKET} FROM wait_ticket WHERE id = $1`,
    values: [id],
  });
  return rows[0] ?? null;
}

/** Takes a ticket away whose wait was given up: nobody can answer it any more. */
export async function dropTicket(app: App, id: string): Promise<void> {
  await app.pool.query("DELETE FROM wait_ticket WHERE id = $1 AND answer IS NULL", [id]);
}
