import type { Failed, Round, Run, StepPolicy, StepScope } from "@/core/compiler/abi";
import { asJson, HostFailure, type PlainHost, runtimeFailure } from "@/core/compiler/reference/plain-host";
import { roundPath, type StepTrace, stepKey, type Trace } from "@/core/compiler/reference/trace";
import { ERRORS, type ErrorCode } from "@/core/execution/errors";
import type { EffectKind } from "@/core/execution/journal";
import { lists } from "@/core/library/lists";
import type { Json } from "@/core/values/json";

type Settings = ($s: StepScope) => unknown;
type Factory = ($s: StepScope) => (...args: unknown[]) => unknown;
type Body = (run: Run, round: Round<Json>) => Promise<Settings | undefined>;

/** How a scope came to its end: the execution's, or a round's. */
type End =
  | { kind: "answer"; by: string | null; output: Json }
  | { kind: "failed"; failure: StepFailure }
  | { kind: "continue"; output: Json }
  | { kind: "break" };

interface Scope {
  path: string;
  parent: Scope | null;
  end: End | null;
}

/** Thrown by every step once its scope has ended. */
class Ended extends Error {}

/**
 * Runs a lowered program in this process, without limits, on a host without effects: only to compare it with the reference.
 */
export async function plainRun(javascript: string, trigger: Json, host: PlainHost): Promise<Trace> {
  const steps: Record<string, StepTrace> = {};
  const root: Scope = { path: "", parent: null, end: null };

  // The program under test is a script whose value is the function.
  const main = new Function("lists", `return ${javascript}`)(lists) as (run: Run, trigger: Json) => Promise<unknown>;
  await guarded(root, () => main(runIn(root), trigger));
  return { steps, end: endOf(root) };

  function runIn(scope: Scope): Run {
    const step = (node: string, act: ($s: StepScope, attempt: number) => unknown, policy?: StepPolicy) =>
      tryStep(scope, node, act, policy);
    const effect = (kind: EffectKind) => (node: string, settings: Settings, policy?: StepPolicy) =>
      step(node, ($s, attempt) => host.perform(node, kind, settings($s) as never, attempt), policy);
    const run = {
      start: (node: string, payload: Json) => {
        steps[stepKey(node, scope.path)] = { status: "succeeded", output: payload, statements: 1 };
        return deepFreeze(payload);
      },
      set: (node: string, values: Settings, policy?: StepPolicy) => step(node, values, policy),
      code: (node: string, input: Settings, body: Factory, policy?: StepPolicy) =>
        step(
          node,
          ($s) => {
            const given = asJson(input($s));
            return asCode(() => body($s)(given));
          },
          policy,
        ),
      function: (node: string, args: Settings, body: Factory, policy?: StepPolicy) =>
        step(
          node,
          ($s) => {
            const given = Object.values(args($s) as Record<string, unknown>);
            return asCode(() => body($s)(...given));
          },
          policy,
        ),
      call: effect("call"),
      getRecord: effect("record.get"),
      findRecords: effect("record.find"),
      createRecord: effect("record.create"),
      updateRecord: effect("record.update"),
      upsertRecord: effect("record.upsert"),
      deleteRecord: effect("record.delete"),
      email: effect("email"),
      wait: effect("wait"),
      automation: effect("automation"),
      choose: (node: string, cases: Record<string, Settings>) =>
        step(node, ($s) => Object.keys(cases).find((handle) => cases[handle]!($s)) ?? "otherwise"),
      match: (node: string, of: Settings) =>
        step(node, ($s) => {
          const { value, cases } = of($s) as { value: unknown; cases: Record<string, unknown> };
          return Object.keys(cases).find((handle) => cases[handle] === value) ?? "otherwise";
        }),
      log: (node: string, line: Settings) => step(node, ($s) => void line($s)),
      forEach: (node: string, of: Settings, body: Body) => step(node, ($s) => loop(scope, $s, of, body)),
      continue: async (node: string, value: Settings) => {
        const output = (await step(node, value)) as Json;
        scope.end ??= { kind: "continue", output };
        throw new Ended();
      },
      break: async (node: string) => {
        await step(node, () => null);
        scope.end ??= { kind: "break" };
        throw new Ended();
      },
      return: async (node: string, answer: Settings) => {
        const output = (await step(node, answer)) as Json;
        root.end ??= { kind: "answer", by: node, output };
        throw new Ended();
      },
      stop: async (node: string, message: Settings) => {
        const output = (await step(node, message)) as Json;
        const trace = steps[stepKey(node, scope.path)]!;
        root.end ??= { kind: "failed", failure: new StepFailure(node, trace, new Error(textOf(output))) };
        throw new Ended();
      },
      attempt: async (attempted: () => Promise<unknown>): Promise<unknown> => {
        try {
          return await attempted();
        } catch (thrown) {
          if (!(thrown instanceof StepFailure)) throw thrown;
          thrown.trace.status = "handled";
          return { error: failureOf(thrown.cause), [FAILED]: true };
        }
      },
      failed: (result: unknown): result is Failed => typeof result === "object" && result !== null && FAILED in result,
      parallel: (...branches: (() => Promise<void>)[]) => settled(scope, branches),
      lines: async (lines: Record<string, { after: string[]; run: () => Promise<void> }>) => {
        const started = new Map<string, Promise<void>>();
        const start = (name: string): Promise<void> => {
          const known = started.get(name);
          if (known) return known;
          const line = lines[name]!;
          const done = Promise.all(line.after.map(start)).then(line.run);
          started.set(name, done);
          return done;
        };
        await settled(
          scope,
          Object.keys(lines).map((name) => () => start(name)),
        );
      },
    };
    return run as unknown as Run;
  }

  async function tryStep(
    scope: Scope,
    node: string,
    act: ($s: StepScope, attempt: number) => unknown,
    { attempts = 1 }: StepPolicy = {},
  ): Promise<unknown> {
    for (let attempt = 1; ; attempt += 1) {
      if (isOver(scope)) throw new Ended();
      const key = stepKey(node, scope.path);
      const trace: StepTrace = { status: "succeeded", output: null, statements: 0 };
      if (steps[key] && attempt === 1) throw new Error(`${key} ran twice`);
      steps[key] = trace;
      const $s = scopeOf(trace);
      try {
        const output = deepFreeze(asJson(await act($s, attempt)));
        trace.output = output;
        return output;
      } catch (thrown) {
        if (thrown instanceof Ended) {
          trace.status = "canceled";
          throw thrown;
        }
        trace.status = "failed";
        const failure = thrown instanceof StepFailure ? thrown.by(trace) : new StepFailure(node, trace, thrown);
        if (attempt >= attempts || !mayPass(failure.cause)) throw failure;
        trace.status = "retried";
        steps[`${key} try ${attempt}`] = trace;
      } finally {
        trace.statements = Math.max(1, trace.statements);
      }
    }
  }

  async function loop(scope: Scope, $s: StepScope, of: Settings, body: Body): Promise<Json[]> {
    const { items, atOnce = 1 } = of($s) as { items: unknown; atOnce?: number };
    const list = asJson(items);
    if (!Array.isArray(list)) throw runtimeFailure("NOT_A_LIST", "items is not a list");
    const given: Json[] = [];
    let next = 0;
    let stop: { failure: unknown } | "broken" | null = null;
    const worker = async (): Promise<void> => {
      while (next < list.length && !stop && !isOver(scope)) {
        const index = next;
        next += 1;
        const round: Scope = { path: roundPath(scope.path, index), parent: scope, end: null };
        let collect: Settings | undefined;
        await guarded(round, async () => {
          collect = await body(runIn(round), deepFreeze({ item: list[index]!, index }) as Round<Json>);
        });
        if (round.end?.kind === "failed") stop ??= { failure: round.end.failure };
        else if (round.end?.kind === "break") stop ??= "broken";
        else if (round.end?.kind === "continue") given[index] = round.end.output;
        else if (!isOver(scope)) {
          try {
            given[index] = collect ? asJson(collect($s)) : null;
          } catch (thrown) {
            stop ??= { failure: thrown };
          }
        }
      }
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    if (isOver(scope)) throw new Ended();
    if (stop && stop !== "broken") throw (stop as { failure: unknown }).failure;
    return given;
  }

  /** Runs what belongs to a scope; a failure in it ends the scope. */
  async function guarded(scope: Scope, act: () => Promise<unknown>): Promise<void> {
    try {
      await act();
    } catch (thrown) {
      if (thrown instanceof StepFailure) scope.end ??= { kind: "failed", failure: thrown };
      else if (!(thrown instanceof Ended)) throw thrown;
    }
  }

  async function settled(scope: Scope, branches: (() => Promise<void>)[]): Promise<void> {
    await Promise.all(branches.map((branch) => guarded(scope, branch)));
    if (isOver(scope)) throw new Ended();
  }
}

function isOver(scope: Scope): boolean {
  return scope.end !== null || (scope.parent !== null && isOver(scope.parent));
}

function endOf({ end }: Scope): Trace["end"] {
  if (end?.kind === "answer") return end;
  if (end?.kind === "failed") return { kind: "failed", by: end.failure.node, message: end.failure.message };
  return { kind: "answer", by: null, output: null };
}

/** What code throws counts as code's; what a formula throws does not. */
export async function asCode(run: () => unknown): Promise<unknown> {
  try {
    return await run();
  } catch (thrown) {
    throw new CodeThrew((thrown as Error).message);
  }
}

class CodeThrew extends Error {}

/** Whether trying again may help: a failure that may pass, or code that threw. */
export const mayPass = (cause: unknown): boolean =>
  cause instanceof CodeThrew ||
  (cause instanceof HostFailure && ERRORS[cause.details.code as ErrorCode]?.retryable === true);

const textOf = (value: Json): string => (typeof value === "string" ? value : JSON.stringify(value));

const scopeOf = (trace: StepTrace): StepScope =>
  ({
    t: (count = 1) => {
      trace.statements += count;
    },
    m: () => {},
    console: QUIET,
  }) satisfies Partial<StepScope> as unknown as StepScope;

const quiet = () => {};
const QUIET: StepScope["console"] = { log: quiet, info: quiet, debug: quiet, warn: quiet, error: quiet };

const FAILED = Symbol("failed");

class StepFailure extends Error {
  readonly node: string;
  readonly trace: StepTrace;

  constructor(node: string, trace: StepTrace, cause: unknown) {
    super((cause as Error).message, { cause });
    this.node = node;
    this.trace = trace;
  }

  /** The same failure, as that of the loop it happened in. */
  by(trace: StepTrace): StepFailure {
    return new StepFailure(this.node, trace, this.cause);
  }
}

/** @returns what `name.error` reads */
export const failureOf = (cause: unknown): Failed["error"] => {
  if (cause instanceof HostFailure) return cause.details;
  return { code: cause instanceof CodeThrew ? "CODE_THREW" : "FORMULA_FAILED", message: (cause as Error).message };
};

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null) {
    for (const held of Object.values(value)) deepFreeze(held);
    Object.freeze(value);
  }
  return value;
}
