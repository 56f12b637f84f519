/** Derived from `core/compiler/abi.ts` by its test; never edited by hand. */
export const MILLRACE_DECLARATIONS = `declare module "millrace" {
  /** A record as formulas and the API see it: \`id\` and one key a field, by API name; empty fields are null. */
  export interface CrmRecord {
    id: string;
    [fieldApiName: string]: string | number | boolean | null;
  }

  export interface Run {
    /** The trigger's step. @returns the trigger's payload, frozen. */
    start<T>(node: string, payload: T): T;
    /** A step that shapes data: its output is what the arrow returns. */
    set<T>(node: string, values: () => T): Promise<T>;
    /** A step that runs the user's code with the given inputs. */
    code<I, O>(node: string, input: () => I, body: (input: I) => O | Promise<O>): Promise<Awaited<O>>;
    /** A step that calls a function with named arguments, in the order of its parameters. */
    function<O>(
      node: string,
      args: () => Record<string, unknown>,
      body: (...args: never[]) => O | Promise<O>,
    ): Promise<Awaited<O>>;
    /** A step that makes an HTTP call, with or without a connection. */
    call<O>(node: string, request: () => CallRequest): Promise<O>;
    getRecord<O>(node: string, request: () => { module: string; id: string }): Promise<O>;
    createRecord<O>(node: string, request: () => { module: string; data: Partial<O> }): Promise<O>;
    updateRecord<O>(node: string, request: () => { module: string; id: string; data: Partial<O> }): Promise<O>;
    /** A step that takes the first case whose test holds. @returns its handle, or "otherwise". */
    choose<H extends string>(node: string, cases: Record<H, () => unknown>): Promise<H | "otherwise">;
    /** A step that writes one line to the log. */
    log(node: string, line: () => { level: "info" | "warn" | "error"; message: unknown }): Promise<null>;
    /** Ends the execution with this answer; the first to end wins. */
    return(node: string, answer: () => unknown): Promise<never>;
    /** Runs a step that has an *if it fails* line: its output, or a \`Failed\` in its place. */
    attempt<O>(step: () => Promise<O>): Promise<O | Failed>;
    /** False for \`undefined\`, which stands for a step that did not run. */
    failed(result: unknown): result is Failed;
    /** Runs branches that do not depend on each other at the same time; when one ends the execution, no step starts after. */
    parallel(...branches: (() => Promise<void>)[]): Promise<void>;
    /**
     * Runs lines that wait for each other in a way that does not nest: each starts when the lines named in \`after\` are
     * done. Like \`parallel\`, nothing starts after the execution has ended. The names form no circle.
     */
    lines(lines: Record<string, { after: string[]; run: () => Promise<void> }>): Promise<void>;
  }

  /** What stands in place of a step's output on its *if it fails* line. */
  export interface Failed {
    error: { code: string; message: string; status?: number; body?: unknown };
  }

  export interface CallRequest {
    method: string;
    /** Absolute, or a path below the connection's base URL when there is a connection. */
    url: string;
    query?: Record<string, unknown>;
    headers?: Record<string, unknown>;
    /** Sent as JSON unless it is text. */
    body?: unknown;
    /** The connection's name in code. */
    connection?: string;
    /** For a ready-made action: "mailing-list/add-member". */
    action?: string;
    /** True: an answer of 400 or more is an answer, not a failure, and the output is \`{ status, headers, body }\`. */
    handlesErrors?: boolean;
  }

  /** What a function's parameters of these names, from the first on, take. @public for the checker's notes */
  export type Inputs<F extends (...given: never[]) => unknown, Names extends string[]> = {
    [At in keyof Parameters<F> as At extends keyof Names & \`\${number}\` ? Extract<Names[At], string> : never]: Parameters<F>[At];
  };

  /** What a step lends to user code; \`$s\` in lowered text, the bare names in the user's. */
  export interface StepScope {
    /**
     * Counts \`n\` (1 unless given) statements.
     * @throws the limit's error when there are too many, and at every call after, so that no \`catch\` gets past it
     */
    t(n?: number): void;
    readonly console: Record<"log" | "info" | "debug" | "warn" | "error", (...values: unknown[]) => void>;
    /** Calls without a connection. */
    readonly http: HttpClient;
    readonly records: RecordClient;
    /** By name in code: \`connections.mailing_list.get("/members")\`. */
    readonly connections: Readonly<Record<string, HttpClient>>;
  }

  /** How user code makes calls. An answer of 400 or more throws, unless \`handlesErrors\` is set. */
  export interface HttpClient {
    request(request: CallRequest): Promise<HttpAnswer>;
    get(url: string, options?: CallOptions): Promise<HttpAnswer>;
    delete(url: string, options?: CallOptions): Promise<HttpAnswer>;
    post(url: string, body?: unknown, options?: CallOptions): Promise<HttpAnswer>;
    put(url: string, body?: unknown, options?: CallOptions): Promise<HttpAnswer>;
    patch(url: string, body?: unknown, options?: CallOptions): Promise<HttpAnswer>;
  }

  export type CallOptions = Pick<CallRequest, "query" | "headers" | "handlesErrors">;

  export interface HttpAnswer {
    status: number;
    /** Lower-case names. */
    headers: Record<string, string>;
    /** Parsed when the answer is JSON, else text. */
    body: unknown;
  }

  /** How user code reads and writes records: \`module\` by API name ("Leads"). */
  export interface RecordClient {
    get(module: string, id: string): Promise<CrmRecord>;
    create(module: string, data: Record<string, unknown>): Promise<CrmRecord>;
    update(module: string, id: string, data: Record<string, unknown>): Promise<CrmRecord>;
  }
}
`;
