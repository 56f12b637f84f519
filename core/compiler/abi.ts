import type { CrmRecord } from "@/core/records/field-types";
import type { Json } from "@/core/values/json";

/**
 * The contract between compiled code and the sandbox's prelude.
 *
 * A program is one script: an expression whose value is an async function `(run, trigger) => output`. Its TypeScript form
 * is the module people read; lowering keeps every line and adds, out of sight:
 *
 * - each function and code node becomes a factory over the step it runs in, `($s: StepScope) => body`, so its own
 *   statement count, `console`, `http`, `records` and `connections` are bound to that step even when branches run in
 *   parallel, and its module-level state is new at every call. `run.code` and `run.function` receive the factory where
 *   the TypeScript shows the body;
 * - the arrow functions given to `run.*` that compute settings (for `choose`: each case; for `forEach`: what its body
 *   returns too) receive `$s` as their first parameter, and take `variables` from it where they mention it;
 * - a start that asks conditions of what starts it has them as `match` on the function, a factory as well:
 *   `main.match($s)(payload)` gives the handle that is taken;
 * - `$s.t()` is called before every statement of user code (`docs/statement-counting.md` says what counts); `$s.t(n, place)`
 *   counts n statements of which none but the last can throw. Identifiers that begin with `$` are refused in user code.
 *
 * The journal's step is written by the prelude: input is what the settings arrow returned, output what came back, both as
 * frozen JSON. An output is never `undefined`: nothing is null. A step counts at least one statement.
 */
export interface Run {
  /** The trigger's step. @returns the trigger's payload, frozen. */
  start<T>(node: string, payload: T): T;
  /** A step that shapes data: its output is what the arrow returns. */
  set<T>(node: string, values: () => T, policy?: StepPolicy): Promise<T>;
  /** A step that runs the user's code with the given inputs. */
  code<I, O>(
    node: string,
    input: () => I,
    body: (input: I) => O | Promise<O>,
    policy?: StepPolicy,
  ): Promise<Awaited<O>>;
  /** A step that calls a function with named arguments, in the order of its parameters. */
  function<O>(
    node: string,
    args: () => Record<string, unknown>,
    body: (...args: never[]) => O | Promise<O>,
    policy?: StepPolicy,
  ): Promise<Awaited<O>>;
  /** A step that makes an HTTP call, with or without a connection. */
  call<O>(node: string, request: () => CallRequest, policy?: StepPolicy): Promise<O>;
  getRecord<O>(node: string, request: () => { module: string; id: string }, policy?: StepPolicy): Promise<O>;
  /** A step that finds records: all of them, or with `first` the first one or null. */
  findRecords<O>(node: string, request: () => RecordSearch, policy?: StepPolicy): Promise<O>;
  createRecord<O>(node: string, request: () => { module: string; data: Partial<O> }, policy?: StepPolicy): Promise<O>;
  updateRecord<O>(
    node: string,
    request: () => { module: string; id: string; data: Partial<O> },
    policy?: StepPolicy,
  ): Promise<O>;
  /** A step that changes the one record whose field `match` holds what `data` gives it, or creates it. */
  upsertRecord<O>(
    node: string,
    request: () => { module: string; match: string; data: Partial<O> },
    policy?: StepPolicy,
  ): Promise<O>;
  deleteRecord(node: string, request: () => { module: string; id: string }, policy?: StepPolicy): Promise<null>;
  /** A step that hands a mail over for sending. */
  email(node: string, mail: () => Mail, policy?: StepPolicy): Promise<{ id: string }>;
  /** A step that waits. The execution is put away while every branch of it waits. @returns what ended the wait */
  wait<O>(node: string, until: () => WaitRequest, policy?: StepPolicy): Promise<O>;
  /** A step that runs another automation to its end. @returns its answer */
  automation<O>(
    node: string,
    request: () => { automation: string; arguments: unknown },
    policy?: StepPolicy,
  ): Promise<O>;
  /** A step that takes the first case whose test holds. @returns its handle, or "otherwise". */
  choose<H extends string>(node: string, cases: Record<H, () => unknown>): Promise<H | "otherwise">;
  /** A step that takes the first case that equals the value. @returns its handle, or "otherwise". */
  match<H extends string>(
    node: string,
    of: () => { value: unknown; cases: Record<H, unknown> },
  ): Promise<H | "otherwise">;
  /**
   * A step that runs its body once for each item, `atOnce` at a time. The body's own `run` belongs to the round. The
   * arrow it returns computes what the round gives; a round without one gives null. A step that fails in a round without
   * an *if it fails* line fails the round: no round starts after it, running ones are awaited, then the loop fails.
   * @returns what the rounds gave, in the order of the items
   */
  forEach<T, O = null>(
    node: string,
    of: () => { items: readonly T[]; atOnce?: number },
    body: (run: Run, round: Round<T>) => Promise<(() => O) | undefined>,
    policy?: StepPolicy,
  ): Promise<O[]>;
  /** Ends the round of the innermost loop with this value. */
  continue(node: string, value: () => unknown): Promise<never>;
  /** Ends the innermost loop before this round; what the rounds before gave is its output. */
  break(node: string): Promise<never>;
  /** A step that writes one line to the log. */
  log(node: string, line: () => { level: "info" | "warn" | "error"; message: unknown }): Promise<null>;
  /** Ends the execution with this answer; the first to end wins. */
  return(node: string, answer: () => unknown): Promise<never>;
  /** Ends the execution as failed, with this message; the first to end wins. */
  stop(node: string, message: () => unknown): Promise<never>;
  /** Runs a step that has an *if it fails* line: its output, or a `Failed` in its place. */
  attempt<O>(step: () => Promise<O>): Promise<O | Failed>;
  /** False for `undefined`, which stands for a step that did not run. */
  failed(result: unknown): result is Failed;
  /** Runs branches that do not depend on each other at the same time; when one ends the execution, no step starts after. */
  parallel(...branches: (() => Promise<void>)[]): Promise<void>;
  /**
   * Runs lines that wait for each other in a way that does not nest: each starts when the lines named in `after` are
   * done. Like `parallel`, nothing starts after the execution has ended. The names form no circle.
   */
  lines(lines: Record<string, { after: string[]; run: () => Promise<void> }>): Promise<void>;
}

/** What stands in place of a step's output on its *if it fails* line. */
export interface Failed {
  error: { code: string; message: string; status?: number; body?: unknown };
}

/** One turn of a loop; what the loop's name stands for inside its body. */
export interface Round<T> {
  readonly item: T;
  /** From 0. */
  readonly index: number;
}

/**
 * How a step is tried; the last argument of every call of `run` that can fail.
 * Times in milliseconds.
 */
export interface StepPolicy {
  /** How often it is tried in all; only failures that may pass are tried again, and code that threw. */
  attempts?: number;
  /** The pause before the second try. */
  waitMs?: number;
  /** Whether each further pause is twice the one before. */
  backoff?: "fixed" | "exponential";
  /** How long one try may take. */
  timeLimitMs?: number;
  /** What becomes of a call that was in flight at a crash and is not safe to repeat. */
  afterCrash?: "repeat";
}

export interface RecordSearch {
  module: string;
  /** All must hold; none: every record. */
  filters?: { field: string; operator: string; value?: unknown }[];
  /** Newest first unless given. */
  sort?: { by: string; direction: "ascending" | "descending" };
  limit?: number;
  first?: boolean;
}

export interface Mail {
  /** An address, several in one text separated by commas, or a list. */
  to: string | readonly string[];
  cc?: string | readonly string[] | null;
  replyTo?: string | readonly string[] | null;
  subject: string;
  text?: string;
  html?: string;
  /** A file, or a list of them. */
  attachments?: FileValue | readonly (FileValue | null)[] | null;
}

/** Times in milliseconds; dates as `Date` or ISO text. A wait for a person or a call may end by a deadline. */
export type WaitRequest =
  | { for: "time"; ms: number }
  | { for: "date"; date: unknown }
  | { for: "webhook"; deadlineMs?: number }
  | { for: "approval"; question: string; of?: string | readonly string[]; deadlineMs?: number };

export interface CallRequest {
  method: string;
  /** Absolute, or a path below the connection's base URL when there is a connection. */
  url: string;
  query?: Record<string, unknown>;
  headers?: Record<string, unknown>;
  /** Sent as JSON unless it is text; a file value is sent as its bytes, under its type. */
  body?: unknown;
  /** The connection's name in code. */
  connection?: string;
  /** For a ready-made action: "mailing-list/add-member". */
  action?: string;
  /** True: an answer of 400 or more is an answer, not a failure, and the output is `{ status, headers, body }`. */
  handlesErrors?: boolean;
  /** True: the answer's body is a file value, whatever its type. A failure's body is not. */
  asFile?: boolean;
}

/**
 * A file: a handle as JSON, whose bytes the host holds. They are read in its own workspace alone, by the id; the rest
 * is there to be shown.
 */
export interface FileValue {
  /** Its id. */
  readonly file: string;
  readonly name: string;
  /** Its content type: "application/pdf". */
  readonly type: string;
  /** In bytes. */
  readonly size: number;
}

/** What a function's parameters of these names, from the first on, take. @public for the checker's notes */
export type Inputs<F extends (...given: never[]) => unknown, Names extends string[]> = {
  [At in keyof Parameters<F> as At extends keyof Names & `${number}`
    ? Extract<Names[At], string>
    : never]: Parameters<F>[At];
};

/** What a step lends to user code; `$s` in lowered text, the bare names in the user's. */
export interface StepScope {
  /**
   * Counts `n` (1 unless given) statements, at this place of the step's meter.
   * @throws the limit's error when there are too many, and at every call after, so that no `catch` gets past it
   */
  t(n?: number, place?: number): void;
  /** Says, before a function's or code node's own statements, where the places of its counts stand. */
  m(meter: LineMeter): void;
  readonly console: Record<"log" | "info" | "debug" | "warn" | "error", (...values: unknown[]) => void>;
  /** Calls without a connection. */
  readonly http: HttpClient;
  readonly records: RecordClient;
  /** By name in code: `connections.mailing_list.get("/members")`. */
  readonly connections: Readonly<Record<string, HttpClient>>;
  /** What the automation keeps between its executions. */
  readonly store: StoreClient;
  /** The workspace's variables by name, frozen; formulas read them too. */
  readonly variables: Readonly<Record<string, Json>>;
  readonly files: FileClient;
}

/**
 * Whose text a factory runs (`code`, or `function:` and its name), and for each place of a count the line of its
 * statements there, or pairs of a line and how many of its statements stand on it. Place 0 stands nowhere.
 */
export type LineMeter = readonly [part: string, places: readonly (number | readonly number[])[]];

/** How user code makes calls. An answer of 400 or more throws, unless `handlesErrors` is set. */
export interface HttpClient {
  request(request: CallRequest): Promise<HttpAnswer>;
  get(url: string, options?: CallOptions): Promise<HttpAnswer>;
  delete(url: string, options?: CallOptions): Promise<HttpAnswer>;
  post(url: string, body?: unknown, options?: CallOptions): Promise<HttpAnswer>;
  put(url: string, body?: unknown, options?: CallOptions): Promise<HttpAnswer>;
  patch(url: string, body?: unknown, options?: CallOptions): Promise<HttpAnswer>;
}

export type CallOptions = Pick<CallRequest, "query" | "headers" | "handlesErrors" | "asFile">;

export interface HttpAnswer {
  status: number;
  /** Lower-case names. */
  headers: Record<string, string>;
  /** Parsed when the answer is JSON, else text; a `FileValue` when it is neither, too large, or asked for as a file. */
  body: unknown;
}

/** How user code keeps values between executions; what was never set is null. */
export interface StoreClient {
  get(key: string): Promise<Json>;
  /** Keeps a value as JSON. */
  set(key: string, value: unknown): Promise<void>;
  /** The same as setting null. */
  delete(key: string): Promise<void>;
}

/** How user code makes files and reads them. */
export interface FileClient {
  /** @param type by the name's ending unless given */
  create(name: string, content: string | { base64: string }, type?: string): Promise<FileValue>;
  text(file: FileValue): Promise<string>;
  json(file: FileValue): Promise<Json>;
  base64(file: FileValue): Promise<string>;
}

/** How user code reads and writes records: `module` by API name ("Leads"). */
export interface RecordClient {
  get(module: string, id: string): Promise<CrmRecord>;
  create(module: string, data: Record<string, unknown>): Promise<CrmRecord>;
  update(module: string, id: string, data: Record<string, unknown>): Promise<CrmRecord>;
}
