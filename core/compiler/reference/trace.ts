import type { Json } from "@/core/values/json";

/** What an execution did, in a form in which two executions can be compared. */
export interface Trace {
  /** By node name; inside loops with the round in brackets, `greet[2.0]`; a try that was tried again as `call try 1`. */
  steps: Record<string, StepTrace>;
  end: { kind: "answer"; by: string | null; output: Json } | { kind: "failed"; by: string; message: string };
}

export interface StepTrace {
  /** `retried`: it failed and was tried again; `canceled`: the execution ended inside it. */
  status: "succeeded" | "failed" | "handled" | "retried" | "canceled";
  output: Json;
  statements: number;
}

/** @returns the key of a step in a trace */
export const stepKey = (node: string, path: string): string => (path === "" ? node : `${node}[${path}]`);

/** @returns the path of a round */
export const roundPath = (path: string, index: number): string => (path === "" ? `${index}` : `${path}.${index}`);
