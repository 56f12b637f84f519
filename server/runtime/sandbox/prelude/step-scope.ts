import type { CallRequest, LineMeter, StepScope } from "@/core/compiler/abi";
import { call } from "@/server/runtime/sandbox/prelude/call-state";
import { datesForOthers } from "@/server/runtime/sandbox/prelude/dates-for-others";
import { requestEffect } from "@/server/runtime/sandbox/prelude/effects";
import { LimitReached } from "@/server/runtime/sandbox/prelude/failure";
import type { Step } from "@/server/runtime/sandbox/prelude/step";
import { writeLog } from "@/server/runtime/sandbox/prelude/step-log";

/** What user code sees of the step it runs in; its parts are made when first asked for. */
export class Scope implements StepScope {
  readonly #step: Step;
  readonly t: StepScope["t"];

  constructor(step: Step) {
    this.#step = step;
    this.t = counterOf(step);
  }

  m(meter: LineMeter): void {
    const step = this.#step;
    step.meter = meter;
    step.counts = new Int32Array(meter[1].length);
  }

  get console(): StepScope["console"] {
    this.#step.lent.console ??= createConsole(this.#step);
    return this.#step.lent.console;
  }

  get http(): StepScope["http"] {
    this.#step.lent.http ??= createHttp(this.#step, undefined);
    return this.#step.lent.http;
  }

  get records(): StepScope["records"] {
    this.#step.lent.records ??= createRecords(this.#step);
    return this.#step.lent.records;
  }

  get connections(): StepScope["connections"] {
    this.#step.lent.connections ??= createConnections(this.#step);
    return this.#step.lent.connections;
  }

  get store(): StepScope["store"] {
    this.#step.lent.store ??= createStore(this.#step);
    return this.#step.lent.store;
  }

  get variables(): StepScope["variables"] {
    return call.variables;
  }

  get files(): StepScope["files"] {
    this.#step.lent.files ??= createFiles(this.#step);
    return this.#step.lent.files;
  }
}

/** The hottest code there is: it closes over what never changes, and reads each property once. */
function counterOf(step: Step): StepScope["t"] {
  const { statementsPerExecution } = call.limits;
  return (count = 1, place = 0) => {
    if (call.current !== step) step.enter();
    const used = step.statements + count;
    const usedByAll = call.statements + count;
    step.counts[place]! += count;
    step.statements = used;
    call.statements = usedByAll;
    if (used > step.statementsAllowed || usedByAll > statementsPerExecution || step.stopped)
      refuseStatement(step, count, place);
  };
}

/**
 * Not even a `catch` in a loop gets past it: every further statement of the step throws again. What is refused is not
 * executed, and so it is not counted either.
 */
function refuseStatement(step: Step, count: number, place: number): never {
  const { statementsPerCall, statementsPerExecution } = call.limits;
  const limit =
    call.statements > statementsPerExecution
      ? new LimitReached("EXECUTION_STATEMENT_LIMIT", { limit: statementsPerExecution })
      : new LimitReached("STATEMENT_LIMIT", { limit: statementsPerCall });
  step.stopped ??= limit.failure;
  step.counts[place]! -= count;
  step.statements -= count;
  call.statements -= count;
  throw limit;
}

function createConsole(step: Step): StepScope["console"] {
  const info = (...values: unknown[]) => writeLog(step, "info", values);
  const warn = (...values: unknown[]) => writeLog(step, "warn", values);
  const error = (...values: unknown[]) => writeLog(step, "error", values);
  return Object.freeze({ log: info, info, debug: info, warn, error });
}

function createHttp(step: Step, connection: string | undefined): StepScope["http"] {
  const request = (call: CallRequest) =>
    requestEffect(step, "call", { ...call, connection: connection ?? call.connection }, datesForOthers) as ReturnType<
      StepScope["http"]["request"]
    >;
  const withoutBody = (method: string) => (url: string, options?: object) => request({ ...options, method, url });
  const withBody = (method: string) => (url: string, body?: unknown, options?: object) =>
    request({ ...options, method, url, body });
  return Object.freeze({
    request,
    get: withoutBody("GET"),
    delete: withoutBody("DELETE"),
    post: withBody("POST"),
    put: withBody("PUT"),
    patch: withBody("PATCH"),
  });
}

function createRecords(step: Step): StepScope["records"] {
  type Answer = ReturnType<StepScope["records"]["get"]>;
  return Object.freeze({
    get: (module: string, id: string) => requestEffect(step, "record.get", { module, id }) as Answer,
    create: (module: string, data: object) => requestEffect(step, "record.create", { module, data }) as Answer,
    update: (module: string, id: string, data: object) =>
      requestEffect(step, "record.update", { module, id, data }) as Answer,
  });
}

function createStore(step: Step): StepScope["store"] {
  const set = async (key: string, value: unknown) => {
    await requestEffect(step, "store.set", { key, value: value ?? null });
  };
  return Object.freeze({
    get: (key: string) => requestEffect(step, "store.get", { key }) as ReturnType<StepScope["store"]["get"]>,
    set,
    delete: (key: string) => set(key, null),
  });
}

function createFiles(step: Step): StepScope["files"] {
  type Files = StepScope["files"];
  const read = (as: string) => (file: unknown) => requestEffect(step, "file.read", { file: file ?? null, as });
  return Object.freeze({
    create: (name: string, content: unknown, type?: string) =>
      requestEffect(step, "file.create", { name, content, type }) as ReturnType<Files["create"]>,
    text: read("text") as Files["text"],
    json: read("json") as Files["json"],
    base64: read("base64") as Files["base64"],
  });
}

function createConnections(step: Step): StepScope["connections"] {
  const made = new Map<string, StepScope["http"]>();
  return new Proxy(Object.freeze({}) as StepScope["connections"], {
    get: (_target, name) => {
      if (typeof name !== "string") return undefined;
      const connection = made.get(name) ?? createHttp(step, name);
      made.set(name, connection);
      return connection;
    },
  });
}
