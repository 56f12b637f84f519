/** What the sandbox lends beside the language: what a step lends, and what quickjs has of a browser's globals. */
export const GLOBAL_DECLARATIONS = `/** Lines of the step's log. */
declare const console: Millrace.StepScope["console"];
/** Calls without a connection. */
declare const http: Millrace.StepScope["http"];
/** The workspace's records. */
declare const records: Millrace.StepScope["records"];
/** The workspace's connections, by their names in code. */
declare const connections: Millrace.StepScope["connections"];
/** What the automation keeps between its executions. */
declare const store: Millrace.StepScope["store"];
/** The workspace's variables, by name. */
declare const variables: Millrace.StepScope["variables"];
/** Files: made, and read. */
declare const files: Millrace.StepScope["files"];
type FileValue = Millrace.FileValue;

declare class URLSearchParams {
  constructor(init?: string | Record<string, string> | Iterable<[string, string]> | URLSearchParams);
  readonly size: number;
  append(name: string, value: string): void;
  delete(name: string, value?: string): void;
  get(name: string): string | null;
  getAll(name: string): string[];
  has(name: string, value?: string): boolean;
  set(name: string, value: string): void;
  sort(): void;
  toString(): string;
  forEach(callback: (value: string, name: string, all: URLSearchParams) => void): void;
  entries(): IterableIterator<[string, string]>;
  keys(): IterableIterator<string>;
  values(): IterableIterator<string>;
  [Symbol.iterator](): IterableIterator<[string, string]>;
}

declare class URL {
  constructor(url: string | URL, base?: string | URL);
  static canParse(url: string | URL, base?: string | URL): boolean;
  hash: string;
  host: string;
  hostname: string;
  href: string;
  readonly origin: string;
  password: string;
  pathname: string;
  port: string;
  protocol: string;
  search: string;
  readonly searchParams: URLSearchParams;
  username: string;
  toString(): string;
  toJSON(): string;
}

declare class Headers {
  constructor(init?: Record<string, string> | Iterable<[string, string]> | Headers);
  append(name: string, value: string): void;
  delete(name: string): void;
  get(name: string): string | null;
  has(name: string): boolean;
  set(name: string, value: string): void;
  forEach(callback: (value: string, name: string, all: Headers) => void): void;
  entries(): IterableIterator<[string, string]>;
  keys(): IterableIterator<string>;
  values(): IterableIterator<string>;
  [Symbol.iterator](): IterableIterator<[string, string]>;
}

declare class TextEncoder {
  readonly encoding: string;
  encode(text?: string): Uint8Array<ArrayBuffer>;
}

declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  readonly encoding: string;
  decode(bytes?: ArrayBuffer | ArrayBufferView): string;
}

/** Text whose characters are bytes, as base64. */
declare function btoa(text: string): string;
declare function atob(base64: string): string;
declare function structuredClone<T>(value: T): T;
declare const crypto: {
  randomUUID(): string;
  getRandomValues<T extends ArrayBufferView>(target: T): T;
};
`;
