import type { CallRequest, Failed, Round, Run, StepPolicy, StepScope } from "@/core/compiler/abi";
import type { EffectKind } from "@/core/execution/journal";
import { call, end, never } from "@/server/runtime/sandbox/prelude/call-state";
import { datesForOthers } from "@/server/runtime/sandbox/prelude/dates-for-others";
import { askForFunction, requestEffect } from "@/server/runtime/sandbox/prelude/effects";
import { isFailedValue, settle } from "@/server/runtime/sandbox/prelude/end-step";
import { refusal } from "@/server/runtime/sandbox/prelude/failure";
import type { Crossed } from "@/server/runtime/sandbox/prelude/json-border";
import { isSettled, knownStep } from "@/server/runtime/sandbox/prelude/known-steps";
import { runRounds } from "@/server/runtime/sandbox/prelude/run-loop";
import type { RunScope } from "@/server/runtime/sandbox/prelude/run-scope";
import { runStep, type StepPlan, startStep } from "@/server/runtime/sandbox/prelude/run-step";
import type { Step } from "@/server/runtime/sandbox/prelude/step";
import { writeLog } from "@/server/runtime/sandbox/prelude/step-log";

type WithScope<T> = ($s: StepScope) => T;
/** A function or code node, lowered to a factory over its step. */
type Factory = WithScope<(...args: unknown[]) => unknown>;

/**
 * What a compiled program is called with, and each round of its loops: the lowered side of `Run`, where every arrow that
 * computes something takes its step's scope. Its steps belong to one scope.
 */
export class ScopedRun implements Record<keyof Run, unknown> {
  readonly #scope: RunScope;

  constructor(scope: RunScope) {
    this.#scope = scope;
    Object.freeze(this);
  }

  start(node: string, payload: unknown): unknown {
    const place = { nodeId: call.nodeIds[node] ?? node, path: "", attempt: 1 };
    const known = knownStep(place);
    if (known && isSettled(known)) return payload;
    const step = startStep({ scope: this.#scope, node, attempted: false, policy: {}, attempt: 1 });
    if (step) settle(step, { status: "succeeded", output: call.payload });
    return payload;
  }

  set(node: string, values: WithScope<unknown>, policy?: StepPolicy): unknown {
    return this.#step(node, { act: (step) => values(step.scope) }, policy);
  }

  code(node: string, input: WithScope<unknown>, body: Factory, policy?: StepPolicy): unknown {
    const act = (step: Step, value: unknown) => runCode(step, body, [value]);
    return this.#step(node, { config: input, isAround: true, act }, policy);
  }

  function(node: string, args: WithScope<Record<string, unknown>>, body: Factory, policy?: StepPolicy): unknown {
    let names: string[] = [];
    const config: WithScope<unknown> = ($s) => {
      const given = args($s);
      names = Object.keys(given);
      return given;
    };
    // By name, because JSON drops the arguments that are undefined.
    const valuesOf = (input: unknown) => names.map((name) => (input as Record<string, unknown>)[name]);
    const act = (step: Step, input: unknown) => callFunction(step, () => runCode(step, body, valuesOf(input)));
    return this.#step(node, { config, isAround: true, act }, policy);
  }

  call(node: string, request: WithScope<CallRequest>, policy?: StepPolicy): unknown {
    const act = async (step: Step, value: unknown) => {
      const answer = await requestEffect(step, "call", value);
      return (value as CallRequest).handlesErrors ? answer : (answer as { body: unknown }).body;
    };
    return this.#step(node, { config: request, replacer: datesForOthers, act }, policy);
  }

  getRecord(node: string, request: WithScope<unknown>, policy?: StepPolicy): unknown {
    return this.#effect(node, "record.get", request, policy);
  }

  findRecords(node: string, request: WithScope<unknown>, policy?: StepPolicy): unknown {
    return this.#effect(node, "record.find", request, policy);
  }

  createRecord(node: string, request: WithScope<unknown>, policy?: StepPolicy): unknown {
    return this.#effect(node, "record.create", request, policy);
  }

  updateRecord(node: string, request: WithScope<unknown>, policy?: StepPolicy): unknown {
    return this.#effect(node, "record.update", request, policy);
  }

  upsertRecord(node: string, request: WithScope<unknown>, policy?: StepPolicy): unknown {
    return this.#effect(node, "record.upsert", request, policy);
  }

  deleteRecord(node: string, request: WithScope<unknown>, policy?: StepPolicy): unknown {
    return this.#effect(node, "record.delete", request, policy);
  }

  email(node: string, mail: WithScope<unknown>, policy?: StepPolicy): unknown {
    const act = (step: Step, value: unknown) => requestEffect(step, "email", value);
    return this.#step(node, { config: mail, replacer: datesForOthers, act }, policy);
  }

  wait(node: string, until: WithScope<unknown>, policy?: StepPolicy): unknown {
    return this.#effect(node, "wait", until, policy);
  }

  automation(node: string, request: WithScope<unknown>, policy?: StepPolicy): unknown {
    return this.#effect(node, "automation", request, policy);
  }

  choose(node: string, cases: Record<string, WithScope<unknown>>): unknown {
    return this.#step(node, {
      act: (step) => {
        const taken = Object.keys(cases).find((handle) => cases[handle]?.(step.scope)) ?? "otherwise";
        step.handle = taken;
        return taken;
      },
    });
  }

  /** Values are equal that are the same JSON: a text is no number, and nothing is null. */
  match(node: string, of: WithScope<{ value: unknown; cases: Record<string, unknown> }>): unknown {
    return this.#step(node, {
      config: ($s) => {
        const { value = null, cases } = of($s);
        const entries = Object.entries(cases).map(([handle, wanted]) => [handle, wanted ?? null]);
        return { value, cases: Object.fromEntries(entries) };
      },
      act: (step, input) => {
        const { value, cases } = input as { value: unknown; cases: Record<string, unknown> };
        const text = JSON.stringify(value);
        const taken = Object.keys(cases).find((handle) => JSON.stringify(cases[handle]) === text) ?? "otherwise";
        step.handle = taken;
        return taken;
      },
    });
  }

  forEach(
    node: string,
    of: WithScope<unknown>,
    body: (run: ScopedRun, round: Round<unknown>) => Promise<WithScope<unknown> | undefined>,
  ): unknown {
    const act = (step: Step) => runRounds(step, of, (scope, round) => body(new ScopedRun(scope), round));
    return this.#step(node, { isLoop: true, act });
  }

  continue(node: string, value: WithScope<unknown>): unknown {
    const instead = (gave: Crossed) => {
      this.#scope.end({ kind: "gave", gave });
      return never;
    };
    return this.#step(node, { act: (step) => value(step.scope), instead });
  }

  break(node: string): unknown {
    const instead = () => {
      this.#scope.end({ kind: "broke" });
      return never;
    };
    return this.#step(node, { act: () => null, instead });
  }

  log(node: string, line: WithScope<{ level: "info" | "warn" | "error"; message: unknown }>): unknown {
    return this.#step(node, {
      act: (step) => {
        const { level, message } = line(step.scope);
        writeLog(step, level, [message]);
        return null;
      },
    });
  }

  return(node: string, answer: WithScope<unknown>): unknown {
    const instead = ({ text }: Crossed) => {
      end({ kind: "returned", output: text });
      return never;
    };
    return this.#step(node, { act: (step) => answer(step.scope), instead });
  }

  stop(node: string, message: WithScope<unknown>): unknown {
    return this.#step(node, {
      config: message,
      act: (_step, value) => {
        const text = textOf(value);
        throw refusal("STOPPED", { message: text }, text);
      },
    });
  }

  async attempt(step: () => Promise<unknown>): Promise<unknown> {
    call.attempting = true;
    return await step();
  }

  failed(result: unknown): result is Failed {
    return isFailedValue(result);
  }

  async parallel(...branches: (() => Promise<void>)[]): Promise<void> {
    await Promise.all(branches.map((branch) => branch()));
  }

  async lines(lines: Record<string, { after: string[]; run: () => Promise<void> }>): Promise<void> {
    const started = new Map<string, Promise<void>>();
    const begin = (name: string): Promise<void> => {
      const line = lines[name];
      const known = started.get(name);
      if (known || !line) return known ?? Promise.resolve();
      const done = Promise.all(line.after.map(begin)).then(() => line.run());
      started.set(name, done);
      return done;
    };
    await Promise.all(Object.keys(lines).map(begin));
  }

  #step(node: string, plan: StepPlan, policy?: StepPolicy): unknown {
    return runStep(this.#scope, node, plan, policy);
  }

  /** A step that is one effect, whose request is what the settings say. */
  #effect(node: string, kind: EffectKind, request: WithScope<unknown>, policy?: StepPolicy): unknown {
    return this.#step(node, { config: request, act: (step, value) => requestEffect(step, kind, value) }, policy);
  }
}

/** Runs a function's body, when the host lets it. */
function callFunction(step: Step, run: () => unknown): unknown {
  if (!call.asksBeforeFunctions) return run();
  return askForFunction(step).then(() => {
    if (call.ended) return never;
    step.enter();
    return run();
  });
}

function runCode(step: Step, body: Factory, values: unknown[]): unknown {
  step.part = "code";
  step.statementsAllowed = step.statements + call.limits.statementsPerCall;
  return body(step.scope)(...values);
}

const LONGEST_TEXT = 2_000;

function textOf(value: unknown): string {
  if (value === null) return "";
  return (typeof value === "string" ? value : JSON.stringify(value)).slice(0, LONGEST_TEXT);
}
