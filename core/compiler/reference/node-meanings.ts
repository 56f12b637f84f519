import type { CompileContext } from "@/core/compiler/program";
import type { CodeInterpreter } from "@/core/compiler/reference/interpret-code";
import { changeList } from "@/core/compiler/reference/list-meanings";
import type { PlainHost } from "@/core/compiler/reference/plain-host";
import { asCode } from "@/core/compiler/reference/plain-run";
import type { EffectKind } from "@/core/execution/journal";
import type { GraphNode } from "@/core/graph/document";
import type { ListOperation } from "@/core/nodes/config-shapes";
import type { Criteria, Operator } from "@/core/values/criteria";
import type { Json } from "@/core/values/json";
import type { Value } from "@/core/values/value";

/** What a node can see while it runs. */
export interface Surroundings {
  node: GraphNode;
  /** Outputs of the nodes that ran, by name. */
  names: Record<string, unknown>;
  code: CodeInterpreter;
  context: CompileContext;
  host: PlainHost;
  attempt: number;
}

interface Meaning {
  run(config: Config, at: Surroundings): Promise<{ output: unknown; way: string | null }>;
  /** Evaluates one of its values. */
  value?(value: Value, names: Record<string, unknown>, code: CodeInterpreter): unknown;
  /** The way on that a disabled node leaves open. */
  whenDisabled(config: Config): string | null;
}

interface Config {
  values: { name: string; value: Value }[];
  code: string;
  function: string;
  arguments: Record<string, Value>;
  branches: { id: string; when: Criteria }[];
  form: "action" | "request";
  connection?: string;
  action: string;
  inputs: Record<string, Value>;
  method?: string;
  url: Value;
  query?: { name: string; value: Value }[];
  headers?: { name: string; value: Value }[];
  body?: Value;
  handlesErrors?: boolean;
  asFile?: boolean;
  module: string;
  id: Value;
  fields?: Record<string, Value>;
  message: Value;
  value?: Value;
  list: Value;
  operations: ListOperation[];
  cases: { id: string; equals: Value }[];
  find?: "all" | "first";
  filters?: { field: string; operator: string; value?: Value }[];
  sort?: Json;
  limit?: number;
  match: string;
  until?: "time" | "date" | "webhook" | "approval";
  duration?: { amount: Value; unit: keyof typeof UNITS };
  deadline?: { amount: Value; unit: keyof typeof UNITS };
  date?: Value;
  question?: Value;
  approvers?: Value;
  automation: string;
  to: Value;
  subject: Value;
  text?: Value;
  html?: Value;
  cc?: Value;
  replyTo?: Value;
  attachments?: Value;
}

const thenAction = (act: (config: Config, at: Surroundings) => unknown): Meaning => ({
  run: async (config, at) => ({ output: await act(config, at), way: "then" }),
  whenDisabled: () => "then",
});

/** What each kind of node means, told once more and without the compiler. */
export const NODE_MEANINGS: Record<string, Meaning> = {
  set: thenAction(({ values }, at) => Object.fromEntries(values.map((one) => [one.name, evaluate(one.value, at)]))),
  text: thenAction(({ text }, at) => {
    const held = evaluate(text!, at);
    return held === null || held === undefined ? "" : String(held);
  }),
  code: thenAction(({ code }, { names, code: interpreter }) => asCode(() => interpreter.body(code, names))),
  function: thenAction((config, at) => {
    const { name, source, signature } = at.context.functions.find((one) => one.name === config.function)!;
    const args = signature.parameters.map((one) => optional(config.arguments[one.name], at));
    return asCode(() => at.code.function(source, name, args));
  }),
  connection: thenAction((config, at) =>
    perform("call", config.form === "action" ? actionRequest(config, at) : request(config, at), at),
  ),
  "record.get": thenAction(({ module, id }, at) => perform("record.get", { module, id: evaluate(id, at) }, at)),
  "record.search": thenAction((config, at) => perform("record.find", searchRequest(config, at), at)),
  "record.create": thenAction(({ module, fields }, at) =>
    perform("record.create", { module, data: evaluateAll(fields, at) }, at),
  ),
  "record.update": thenAction(({ module, id, fields }, at) =>
    perform("record.update", { module, id: evaluate(id, at), data: evaluateAll(fields, at) }, at),
  ),
  "record.upsert": thenAction(({ module, match, fields }, at) =>
    perform("record.upsert", { module, match, data: evaluateAll(fields, at) }, at),
  ),
  "record.delete": thenAction(({ module, id }, at) => perform("record.delete", { module, id: evaluate(id, at) }, at)),
  email: thenAction(({ to, cc, replyTo, subject, text, html, attachments }, at) => {
    const mail = { to, cc, replyTo, subject, text, html, attachments };
    const given = Object.entries(mail).flatMap(([key, held]) => (held ? [[key, evaluate(held, at)]] : []));
    return perform("email", Object.fromEntries(given), at);
  }),
  wait: {
    run: async (config, at) => {
      const output = await perform("wait", waitRequest(config, at), at);
      const isDecided = config.until === "approval";
      return { output, way: isDecided ? (output as { decision: string }).decision : "then" };
    },
    whenDisabled: ({ until }) => (until === "approval" ? "refused" : "then"),
  },
  call: thenAction(({ automation, inputs }, at) =>
    perform("automation", { automation, arguments: evaluateAll(inputs, at) }, at),
  ),
  transform: thenAction(({ list, operations }, at) =>
    operations.reduce<unknown>((items, operation) => changeList(items, operation, at), evaluate(list, at)),
  ),
  switch: {
    run: async ({ value, cases }, at) => {
      const looked = evaluate(value!, at);
      const equal = cases.map((one) => evaluate(one.equals, at) === looked);
      const taken = cases[equal.indexOf(true)]?.id ?? "otherwise";
      return { output: taken, way: taken };
    },
    whenDisabled: () => "otherwise",
  },
  "for-each": {
    run: () => Promise.reject(new Error("a loop is run by the interpreter")),
    value: (held, names, code) => evaluate(held, { names, code }),
    whenDisabled: () => "then",
  },
  continue: {
    run: async ({ value }, at) => ({ output: optional(value, at), way: null }),
    whenDisabled: () => null,
  },
  break: { run: async () => ({ output: null, way: null }), whenDisabled: () => null },
  stop: {
    run: async ({ message }, at) => ({ output: evaluate(message, at), way: null }),
    whenDisabled: () => null,
  },
  log: thenAction(({ message }, at) => void evaluate(message, at)),
  return: {
    run: async ({ value }, at) => ({ output: optional(value, at), way: null }),
    whenDisabled: () => null,
  },
  condition: {
    run: async ({ branches }, at) => {
      const taken = branches.find((branch) => holds(branch.when, at))?.id ?? "otherwise";
      return { output: taken, way: taken };
    },
    whenDisabled: () => "otherwise",
  },
};

const perform = (kind: EffectKind, request: unknown, { node, host, attempt }: Surroundings): Promise<Json> =>
  host.perform(node.name, kind, request as Record<string, unknown>, attempt);

/** The value of a setting. */
export function evaluate(value: Value, { code, names }: Pick<Surroundings, "code" | "names">): unknown {
  if (value.kind === "literal") return value.value;
  if (value.kind === "expression") return code.formula(value.code, names);
  const parts = value.parts.map((part) => {
    if (typeof part === "string") return part;
    const held = code.formula(part.code, names);
    return held === null || held === undefined ? "" : String(held);
  });
  return parts.join("");
}

const optional = (value: Value | undefined, at: Surroundings): unknown => (value ? evaluate(value, at) : undefined);

const evaluateAll = (values: Record<string, Value> = {}, at: Surroundings): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, evaluate(value, at)]));

const pairs = (list: Config["query"], at: Surroundings) =>
  list && list.length > 0 ? Object.fromEntries(list.map((one) => [one.name, evaluate(one.value, at)])) : undefined;

/** Whether criteria hold for what can be seen. */
export function holds(criteria: Criteria, at: Surroundings): boolean {
  if (criteria.kind === "formula") return Boolean(evaluate(criteria.formula, at));
  const row = ({ left, operator, right }: (typeof criteria.rows)[number]) =>
    MEETS[operator](evaluate(left, at), right ? evaluate(right, at) : null);
  return criteria.match === "all" ? criteria.rows.every(row) : criteria.rows.some(row);
}

const isEmpty = (held: unknown): boolean => held === null || held === undefined || held === "";
const textOf = (held: unknown): string => (held === null || held === undefined ? "" : String(held));

/** An empty value is never more or less than anything. */
const compared = (test: (left: never, right: never) => boolean) => (left: unknown, right: unknown) =>
  left !== null && left !== undefined && test(left as never, right as never);

const MEETS: Record<Operator, (left: unknown, right: unknown) => boolean> = {
  is: (left, right) => left === right,
  "is-not": (left, right) => left !== right,
  "is-empty": isEmpty,
  "is-not-empty": (left) => !isEmpty(left),
  contains: (left, right) => textOf(left).includes(textOf(right)),
  "does-not-contain": (left, right) => !textOf(left).includes(textOf(right)),
  "starts-with": (left, right) => textOf(left).startsWith(textOf(right)),
  "ends-with": (left, right) => textOf(left).endsWith(textOf(right)),
  greater: compared((left, right) => left > right),
  "greater-or-equal": compared((left, right) => left >= right),
  less: compared((left, right) => left < right),
  "less-or-equal": compared((left, right) => left <= right),
  "is-true": (left) => left === true,
  "is-false": (left) => left === false,
};

function request(config: Config, at: Surroundings): unknown {
  const method = config.method ?? "GET";
  return {
    connection: config.connection,
    method,
    url: evaluate(config.url, at),
    query: pairs(config.query, at),
    headers: pairs(config.headers, at),
    body: method === "GET" ? undefined : optional(config.body, at),
    handlesErrors: config.handlesErrors || undefined,
    asFile: config.asFile || undefined,
  };
}

function actionRequest({ connection, action, inputs }: Config, at: Surroundings): unknown {
  const account = at.context.connections.find((one) => one.linkName === connection);
  const service = at.context.services.find((one) => one.key === account?.serviceKey)!;
  const { key, method, path, inputs: wanted } = service.actions.find((one) => one.key === action)!;
  const placed = (place: string) => {
    const given = wanted.filter((input) => input.in === place && inputs[input.key]);
    return given.length > 0
      ? Object.fromEntries(given.map((input) => [input.key, evaluate(inputs[input.key]!, at)]))
      : undefined;
  };
  const url = path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(String(placed("path")?.[name] ?? "")));
  return { connection, action: `${service.key}/${key}`, method, url, query: placed("query"), body: placed("body") };
}

function searchRequest({ module, find, filters = [], sort, limit = 100 }: Config, at: Surroundings): unknown {
  const given = filters.map(({ field, operator, value }) => ({
    field,
    operator,
    value: value && !["empty", "not-empty"].includes(operator) ? evaluate(value, at) : undefined,
  }));
  const many = find === "first" ? { first: true } : { limit };
  return { module, filters: given.length > 0 ? given : undefined, sort, ...many };
}

const UNITS = { seconds: 1_000, minutes: 60_000, hours: 3_600_000, days: 86_400_000, weeks: 604_800_000 };

function waitRequest(config: Config, at: Surroundings): unknown {
  const lasts = (held: Config["duration"]) => (held ? Number(evaluate(held.amount, at)) * UNITS[held.unit] : undefined);
  const { until = "time", date, question, approvers } = config;
  if (until === "time") return { for: until, ms: lasts(config.duration) };
  if (until === "date") return { for: until, date: optional(date, at) };
  if (until === "webhook") return { for: until, deadlineMs: lasts(config.deadline) };
  return {
    for: until,
    question: optional(question, at),
    of: optional(approvers, at),
    deadlineMs: lasts(config.deadline),
  };
}
