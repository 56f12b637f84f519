import { askedEffect, type DecisionChoice } from "@/core/execution/decisions";
import { AppError } from "@/core/execution/errors";
import { LIMITS } from "@/core/execution/limits";
import { roleAllows } from "@/core/users/roles";
import type { Json } from "@/core/values/json";
import type { Actor, App } from "@/server/app";
import { type ExecutionFacts, findExecution } from "@/server/executions/find-execution";
import { settleDecision } from "@/server/runtime/settle-decision";

export interface DecideExecutionInput {
  id: string;
  /** Of the question that was seen. */
  revision: string;
  /** `done`: it was done, with `value`; `again`: do it, or all of it, again; `stop`: end here. */
  choice: DecisionChoice;
  value: Json;
}

/** What an execution that cannot go on by itself asks a person. */
export interface OpenDecision {
  /** Names this question: whoever answers says which one they saw. */
  revision: string;
  /** `unknown`: nobody knows whether the effect was done; `differs`: it is not the one from before; `lost`: too many losses. */
  reason: "unknown" | "differs" | "lost";
  /** Null for `lost`. */
  effect: ReturnType<typeof askedEffect>;
  mayDecide: boolean;
}

/**
 * Says how an execution goes on that needs a decision: for builders, and for whoever started it.
 *
 * @throws AppError NOT_FOUND
 * @throws AppError FORBIDDEN for somebody who only sees it
 * @throws AppError CONFLICT when it was decided meanwhile, or nothing was done that could have been done
 * @throws AppError BODY_TOO_LARGE for a value that no step could give
 */
export async function decideExecution(app: App, actor: Actor, input: DecideExecutionInput): Promise<void> {
  const { id, revision, choice, value } = input;
  const facts = await findExecution(app, actor, id);
  if (!mayDecideFor(actor, facts)) throw new AppError("FORBIDDEN", { role: "builder" });
  if (Buffer.byteLength(JSON.stringify(value)) > LIMITS.outputBytes)
    throw new AppError("BODY_TOO_LARGE", { limit: LIMITS.outputBytes });
  const by = actor.userId === null ? null : { id: actor.userId, name: actor.name };
  const { workspaceId } = actor;
  if (!(await settleDecision(app, { workspaceId, executionId: id, revision, choice, value, by })))
    throw new AppError("CONFLICT", { what: "decision", id });
}

/** @returns null when there is nothing to decide */
export function openDecision(actor: Actor, facts: ExecutionFacts): OpenDecision | null {
  if (facts.status !== "needs-decision") return null;
  const effect = askedEffect(facts.error);
  const reason = !effect ? "lost" : facts.error?.code === "OUTCOME_UNKNOWN" ? "unknown" : "differs";
  return { revision: facts.revision, reason, effect, mayDecide: mayDecideFor(actor, facts) };
}

const mayDecideFor = (actor: Actor, { startedById }: ExecutionFacts): boolean =>
  roleAllows(actor.role, "builder") || (actor.userId !== null && startedById === actor.userId);
