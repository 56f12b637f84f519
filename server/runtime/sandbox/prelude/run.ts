import type { CallRequest, Failed, Run, StepScope } from "@/core/compiler/abi";
import { call, end, never } from "@/server/runtime/sandbox/prelude/call-state";
import { datesForOthers } from "@/server/runtime/sandbox/prelude/dates-for-others";
import { requestEffect } from "@/server/runtime/sandbox/prelude/effects";
import { isFailedValue, settle } from "@/server/runtime/sandbox/prelude/end-step";
import { runStep, startStep } from "@/server/runtime/sandbox/prelude/run-step";
import type { Step } from "@/server/runtime/sandbox/prelude/step";
import { writeLog } from "@/server/runtime/sandbox/prelude/step-log";
import { recordStep } from "@/server/runtime/sandbox/prelude/step-record";

type WithScope<T> = ($s: StepScope) => T;
/** A function or code node, lowered to a factory over its step. */
type Factory = WithScope<(...args: unknown[]) => unknown>;

/** What a compiled program is called with: the lowered side of `Run`, where every arrow takes its step's scope. */
export const run = Object.freeze({
  start: (node: string, payload: unknown) => {
    const step = startStep(node);
    if (!step) return payload;
    settle(step);
    recordStep(step, { status: "succeeded", output: call.payload });
    return payload;
  },

  set: (node: string, values: WithScope<unknown>) => runStep(node, { act: (step) => values(step.scope) }),

  code: (node: string, input: WithScope<unknown>, body: Factory) =>
    runStep(node, { config: input, act: (step, value) => runCode(step, body, [value]) }),

  function: (node: string, args: WithScope<Record<string, unknown>>, body: Factory) => {
    let names: string[] = [];
    return runStep(node, {
      config: ($s) => {
        const given = args($s);
        names = Object.keys(given);
        return given;
      },
      // By name, because JSON drops the arguments that are undefined.
      act: (step, input) =>
        runCode(
          step,
          body,
          names.map((name) => (input as Record<string, unknown>)[name]),
        ),
    });
  },

  call: (node: string, request: WithScope<CallRequest>) =>
    runStep(node, {
      config: request,
      replacer: datesForOthers,
      act: async (step, value) => {
        const answer = await requestEffect(step, "call", value);
        return (value as CallRequest).handlesErrors ? answer : (answer as { body: unknown }).body;
      },
    }),

  getRecord: (node: string, request: WithScope<unknown>) =>
    runStep(node, { config: request, act: (step, value) => requestEffect(step, "record.get", value) }),

  createRecord: (node: string, request: WithScope<unknown>) =>
    runStep(node, { config: request, act: (step, value) => requestEffect(step, "record.create", value) }),

  updateRecord: (node: string, request: WithScope<unknown>) =>
    runStep(node, { config: request, act: (step, value) => requestEffect(step, "record.update", value) }),

  choose: (node: string, cases: Record<string, WithScope<unknown>>) =>
    runStep(node, {
      act: (step) => {
        const taken = Object.keys(cases).find((handle) => cases[handle]?.(step.scope)) ?? "otherwise";
        step.handle = taken;
        return taken;
      },
    }),

  log: (node: string, line: WithScope<{ level: "info" | "warn" | "error"; message: unknown }>) =>
    runStep(node, {
      act: (step) => {
        const { level, message } = line(step.scope);
        writeLog(step, level, [message]);
        return null;
      },
    }),

  return: (node: string, answer: WithScope<unknown>) =>
    runStep(node, {
      act: (step) => answer(step.scope),
      instead: (output) => {
        end({ kind: "returned", output });
        return never;
      },
    }),

  attempt: async (step: () => Promise<unknown>) => {
    call.attempting = true;
    return await step();
  },

  failed: (result: unknown): result is Failed => isFailedValue(result),

  parallel: async (...branches: (() => Promise<void>)[]) => {
    await Promise.all(branches.map((branch) => branch()));
  },

  lines: async (lines: Record<string, { after: string[]; run: () => Promise<void> }>) => {
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
  },
} satisfies Record<keyof Run, unknown>);

function runCode(step: Step, body: Factory, values: unknown[]): unknown {
  step.part = "code";
  step.statementsAllowed = step.statements + call.limits.statementsPerCall;
  return body(step.scope)(...values);
}
