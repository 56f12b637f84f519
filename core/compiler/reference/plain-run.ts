import type { Failed, Run, StepScope } from "@/core/compiler/abi";
import { asJson, HostFailure, type PlainHost } from "@/core/compiler/reference/plain-host";
import type { StepTrace, Trace } from "@/core/compiler/reference/trace";
import type { Json } from "@/core/values/json";

type Settings = ($s: StepScope) => unknown;
type Factory = ($s: StepScope) => (...args: unknown[]) => unknown;

/** Thrown by every step once the execution has ended. */
class Ended extends Error {}

/**
 * Runs a lowered program in this process, without limits, on a host without effects: only to compare it with the reference.
 */
export async function plainRun(javascript: string, trigger: Json, host: PlainHost): Promise<Trace> {
  const steps: Record<string, StepTrace> = {};
  let end: Trace["end"] | null = null;

  async function step(node: string, act: ($s: StepScope) => unknown): Promise<unknown> {
    if (end) throw new Ended();
    const trace: StepTrace = { status: "succeeded", output: null, statements: 0 };
    if (steps[node]) throw new Error(`${node} ran twice`);
    steps[node] = trace;
    const $s = {
      t: (count = 1) => {
        trace.statements += count;
      },
      console: QUIET,
    } as StepScope;
    try {
      const output = deepFreeze(asJson(await act($s)));
      trace.output = output;
      return output;
    } catch (thrown) {
      trace.status = "failed";
      throw new StepFailure(node, trace, thrown);
    } finally {
      trace.statements = Math.max(1, trace.statements);
    }
  }

  function fail(thrown: unknown): never {
    if (thrown instanceof StepFailure && !end) end = { kind: "failed", by: thrown.node, message: thrown.message };
    throw thrown instanceof StepFailure ? new Ended() : thrown;
  }

  const settled = async (branches: (() => Promise<void>)[]): Promise<void> => {
    const results = await Promise.allSettled(branches.map((branch) => branch().catch(fail)));
    const rejected = results.find((result) => result.status === "rejected");
    if (rejected) throw rejected.reason;
  };

  const run = {
    start: (node: string, payload: Json) => {
      steps[node] = { status: "succeeded", output: payload, statements: 1 };
      return deepFreeze(payload);
    },
    set: (node: string, values: Settings) => step(node, values),
    code: (node: string, input: Settings, body: Factory) => step(node, ($s) => body($s)(asJson(input($s)))),
    function: (node: string, args: Settings, body: Factory) =>
      step(node, ($s) => body($s)(...Object.values(args($s) as Record<string, unknown>))),
    call: (node: string, request: Settings) => step(node, ($s) => host.call(node, request($s) as never)),
    getRecord: (node: string, request: Settings) => step(node, ($s) => host.record(node, "get", request($s) as never)),
    createRecord: (node: string, request: Settings) =>
      step(node, ($s) => host.record(node, "create", request($s) as never)),
    updateRecord: (node: string, request: Settings) =>
      step(node, ($s) => host.record(node, "update", request($s) as never)),
    choose: (node: string, cases: Record<string, Settings>) =>
      step(node, ($s) => Object.keys(cases).find((handle) => cases[handle]!($s)) ?? "otherwise"),
    log: (node: string, line: Settings) => step(node, ($s) => void line($s)),
    return: async (node: string, answer: Settings) => {
      const output = (await step(node, answer)) as Json;
      end ??= { kind: "answer", by: node, output };
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
    parallel: (...branches: (() => Promise<void>)[]) => settled(branches),
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
      await settled(Object.keys(lines).map((name) => () => start(name)));
    },
  } as unknown as Run;

  // The program under test is a script whose value is the function.
  const main = new Function(`return ${javascript}`)() as (run: Run, trigger: Json) => Promise<unknown>;
  try {
    await main(run, trigger).catch(fail);
  } catch (thrown) {
    if (!(thrown instanceof Ended)) throw thrown;
  }
  return { steps, end: end ?? { kind: "answer", by: null, output: null } };
}

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
}

/** @returns what `name.error` reads */
export const failureOf = (cause: unknown): Failed["error"] =>
  cause instanceof HostFailure ? cause.details : { code: "CODE_THREW", message: (cause as Error).message };

function deepFreeze(value: Json): Json {
  if (typeof value === "object" && value !== null) {
    for (const held of Object.values(value)) deepFreeze(held);
    Object.freeze(value);
  }
  return value;
}
