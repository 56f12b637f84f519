import type { JournalStep } from "@/core/execution/journal";
import type { App } from "@/server/app";
import { type StoredStep, stepsOfRows } from "@/server/runtime/journal/steps-of-rows";
import type { KnownEffect } from "@/server/runtime/known-effect";
import type { Before } from "@/server/runtime/run-facts";
import { effectKey } from "@/server/runtime/sandbox/replay-call";
import type { EffectRequest, KnownStep } from "@/server/runtime/sandbox/sandbox";
import { knownToSecondTry } from "@/server/runtime/second-try";

type StoredEffect = EffectRequest & KnownEffect;

/** Reads what was committed of an execution that goes on. */
export async function readBefore(
  app: App,
  { id, workspaceId, activeMs, attempt }: { id: string; workspaceId: string; activeMs: number; attempt: number },
): Promise<Before> {
  const values = [workspaceId, id];
  const [steps, effects] = await Promise.all([
    app.pool.query<StoredStep>({ name: "known-steps", text: STEPS, values }),
    app.pool.query<StoredEffect>({ name: "known-effects", text: EFFECTS, values }),
  ]);
  const all = { steps: stepsOfRows(steps.rows).map(toKnown), effects: effects.rows };
  const known = attempt > 1 ? knownToSecondTry(all) : all;
  return {
    ...{ activeMs, steps: known.steps, hostCalls: hostCallsOf(known.steps, known.effects) },
    effects: new Map(known.effects.map((row): [string, KnownEffect] => [effectKey(row), row])),
  };
}

/** Without what the program does not ask for. */
function toKnown(step: JournalStep): KnownStep {
  const { nodeId, path, attempt, ordinal, status, output, error, handled, statements, startedAt } = step;
  return { nodeId, path, attempt, ordinal, status, output, error, handled, statements, startedAt };
}

/** Those of steps that are not run again: the others ask for theirs anew. */
function hostCallsOf(steps: readonly KnownStep[], effects: readonly StoredEffect[]): number {
  const settled = new Set(steps.filter(({ status }) => SETTLED.has(status)).map(stepKey));
  return effects.filter((effect) => effect.kind !== "wait" && settled.has(stepKey(effect))).length;
}

const SETTLED = new Set(["succeeded", "failed", "canceled"]);

const stepKey = ({ nodeId, path, attempt }: Pick<KnownStep, "nodeId" | "path" | "attempt">): string =>
  `${nodeId}/${path}/${attempt}`;

const STEPS = `
  SELECT node_id AS "nodeId", path, attempt, ordinal, status, output, handle, error, handled, statements, rounds,
         (extract(epoch FROM started_at) * 1000)::float8 AS "startedAt"
    FROM execution_step WHERE workspace_id = $1 AND execution_id = $2`;

const EFFECTS = `
  SELECT node_id AS "nodeId", path, attempt, ordinal, kind, target, status, argument_hash AS "argumentHash", request, result,
         error
    FROM execution_effect WHERE workspace_id = $1 AND execution_id = $2`;
