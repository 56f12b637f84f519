import type { Diagnostic } from "@/core/compiler/diagnostic";
import type { FunctionInterface } from "@/core/compiler/program";
import type { Json } from "@/core/values/json";
import type { Actor, App } from "@/server/app";
import { type LiveCaller, liveCallers } from "@/server/automations/live-callers";
import { wouldPublish } from "@/server/automations/would-publish";
import { heldFunctionInterfaces } from "@/server/functions/held-function-interfaces";

/** What a version of a function would do to a live automation that calls it. */
export interface CheckedCaller
  extends Pick<LiveCaller, "automationId" | "name" | "paused" | "changed" | "number" | "holds"> {
  /**
   * `works`; `breaks`: the version brings errors; `stuck`: it has errors of its own by now and cannot be published again
   * with any version.
   */
  outcome: "works" | "breaks" | "stuck";
  problems: CallerProblem[];
}

/** An error in a caller, with the label of its step. */
export interface CallerProblem extends Diagnostic {
  step: string | null;
}

/**
 * Compiles what is live of every automation that calls a function with another version of it, and compares the errors
 * with those it has as it is.
 *
 * @param name what the callers know the function by
 * @param candidate the version to try
 */
export async function checkCallers(
  app: App,
  actor: Actor,
  { name, candidate }: { name: string; candidate: FunctionInterface },
): Promise<CheckedCaller[]> {
  const checked: CheckedCaller[] = [];
  // One after the other: a compilation keeps the process busy, and other people wait for it too.
  for (const caller of await liveCallers(app, actor, name))
    checked.push(await checkCaller(app, actor, caller, candidate));
  return checked;
}

async function checkCaller(
  app: App,
  actor: Actor,
  { document, functions, ...caller }: LiveCaller,
  candidate: FunctionInterface,
): Promise<CheckedCaller> {
  const held = await heldFunctionInterfaces(app, actor, functions);
  const swapped = held.map((one) => (one.name === candidate.name ? candidate : one));
  const errors = await wouldPublish(app, actor, { document, functions: swapped });
  const today = errors.length > 0 ? await wouldPublish(app, actor, { document, functions: held }) : [];
  const known = new Set(today.map(identityOf));
  const brought = errors.filter((error) => !known.has(identityOf(error)));
  const labels = new Map(document.nodes.map(({ id, label }) => [id, label]));
  const { automationId, name, paused, changed, number, holds } = caller;
  return {
    automationId,
    name,
    paused,
    changed,
    number,
    holds,
    outcome: brought.length > 0 ? "breaks" : errors.length > 0 ? "stuck" : "works",
    problems: (brought.length > 0 ? brought : errors).map((error) => ({
      ...error,
      step: labels.get(error.nodeId ?? "") ?? null,
    })),
  };
}

const identityOf = ({ code, nodeId, field, params }: Diagnostic) =>
  JSON.stringify([code, nodeId, field, params] satisfies (Json | undefined)[]);
