/** A service automations can act with: how it is connected and its ready-made actions. Pure data. */
export interface Service {
  /** Stable key in documents: "mailing-list". */
  key: string;
  /** Name as people know it. */
  name: string;
  /** lucide icon name. */
  icon: string;
  /** Where its API lives, without a trailing slash. A `{{placeholder}}`-free absolute URL, or "" when the connection sets it. */
  baseUrl: string;
  auth: ApiKeyAuth;
  /** Does the service honour an `Idempotency-Key` header, so that a call in flight at a crash may be repeated? */
  keyed: boolean;
  /** A harmless GET below the base URL that only a valid key may make: "/members". */
  testPath: string;
  actions: ServiceAction[];
}

/** An API key sent in a header (with an optional prefix) or in the query. */
export interface ApiKeyAuth {
  kind: "api-key";
  placement: "header" | "query";
  /** Header or parameter name. */
  parameter: string;
  /** Put before the key in a header: "Bearer ". */
  prefix?: string;
}

/** One ready-made request of a service, with a form instead of formulas. */
export interface ServiceAction {
  /** "add-member" */
  key: string;
  /** "Add a member" */
  name: string;
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** "/members"; `{input}` stands for an input, URL-encoded. */
  path: string;
  inputs: ServiceActionInput[];
  /** What the answer looks like, as a TypeScript type: `{ id: string; status: string }`. */
  outputType: string;
}

export interface ServiceActionInput {
  key: string;
  label: string;
  type: "text" | "number" | "yes-no" | "email";
  required: boolean;
  /** Where it goes in the request. */
  in: "path" | "query" | "body";
  help?: string;
}
