import type { PoolClient } from "pg";
import { CANCELED } from "@/core/execution/canceled";
import { askedEffect, type DecisionChoice, type EffectPlace, type NotedDecision } from "@/core/execution/decisions";
import type { ExecutionError } from "@/core/execution/errors";
import type { EffectKind, EffectStatus } from "@/core/execution/journal";
import type { Json } from "@/core/values/json";
import type { App } from "@/server/app";
import { inTransaction } from "@/server/database/in-transaction";
import { endUnowned } from "@/server/runtime/end-unowned";
import { requestCancel } from "@/server/runtime/request-cancel";

export interface Decision {
  workspaceId: string;
  executionId: string;
  /** The fencing number whoever decides saw: what was asked then is what is answered. */
  revision: string;
  choice: DecisionChoice;
  /** For `done`: what the effect gave, as far as anybody knows. */
  value: Json;
  by: NotedDecision["by"];
}

/**
 * Lets an execution that needs a decision go on, or ends it, and notes who said so. It goes on from the journal, in
 * whichever process is there first.
 *
 * @returns false when it needs no decision, or another one by now
 */
export async function settleDecision(app: App, decision: Decision): Promise<boolean> {
  const { workspaceId, executionId, choice } = decision;
  const settled = await inTransaction(app, (tx) => settleInside(app, tx, decision));
  if (!settled) return false;
  // Those it called are stopped with it.
  if (choice === "stop") await requestCancel(app, workspaceId, executionId);
  await app.changes.notify({ kind: "execution", workspaceId, id: executionId });
  return true;
}

async function settleInside(app: App, tx: PoolClient, decision: Decision): Promise<boolean> {
  const { executionId, choice, value, by } = decision;
  const { rows } = await tx.query<{ error: ExecutionError | null }>(
    `SELECT error FROM execution WHERE workspace_id = $1 AND id = $2 AND fence = $3 AND status = 'needs-decision' FOR UPDATE`,
    [decision.workspaceId, executionId, decision.revision],
  );
  if (!rows[0]) return false;
  const { error } = rows[0];
  const effect = askedEffect(error);
  if (choice === "done" && !effect) return false;
  const at = app.clock.now().toISOString();
  const noted: NotedDecision = { at, by, choice, effect, value: choice === "done" ? value : null };
  await tx.query("UPDATE execution SET decisions = decisions || $2::jsonb WHERE id = $1", [
    executionId,
    JSON.stringify([noted]),
  ]);
  if (choice === "stop") return endUnowned(app, executionId, { status: "canceled", error: CANCELED }, tx);
  if (effect && choice === "done") await noteDone(tx, executionId, effect, { value, asksFor: error?.params.asksFor });
  if (effect && choice === "again") await forget(tx, executionId, effect);
  await tx.query(
    "UPDATE execution SET status = 'waiting', wake_at = now(), error = NULL, worker_losses = 0 WHERE id = $1",
    [executionId],
  );
  return true;
}

const PLACE = "execution_id = $1 AND node_id = $2 AND path = $3 AND attempt = $4 AND ordinal = $5";

/** What was done already keeps what it gave, unless something else is said. */
async function noteDone(
  tx: PoolClient,
  executionId: string,
  place: EffectPlace,
  { value, asksFor }: { value: Json; asksFor: Json | undefined },
): Promise<void> {
  const key = keyOf(executionId, place);
  const { rows } = await tx.query<{ kind: EffectKind; status: EffectStatus; result: Json }>(
    `SELECT kind, status, result FROM execution_effect WHERE ${PLACE}`,
    key,
  );
  const [known] = rows;
  if (!known) return;
  const result = known.status === "done" && value === null ? known.result : resultOf(known.kind, value);
  await tx.query(
    `UPDATE execution_effect SET status = 'done', result = $6, error = NULL, argument_hash = coalesce($7, argument_hash)
      WHERE ${PLACE}`,
    [...key, JSON.stringify(result), asksFor ?? null],
  );
}

/** A step gets the body of an answer. */
const resultOf = (kind: EffectKind, value: Json): Json =>
  kind === "call" ? { status: 200, headers: {}, body: value } : value;

/** As if it had never been asked for. */
async function forget(tx: PoolClient, executionId: string, place: EffectPlace): Promise<void> {
  const key = keyOf(executionId, place);
  await tx.query(`DELETE FROM execution_effect WHERE ${PLACE}`, key);
  await tx.query(`DELETE FROM wait_ticket WHERE ${PLACE}`, key);
}

const keyOf = (executionId: string, { nodeId, path, attempt, ordinal }: EffectPlace) => [
  ...[executionId, nodeId, path, attempt, ordinal],
];
