import type { Json } from "@/core/values/json";

/** What an execution did, in a form in which two executions can be compared. */
export interface Trace {
  /** By node name. */
  steps: Record<string, StepTrace>;
  end: { kind: "answer"; by: string | null; output: Json } | { kind: "failed"; by: string; message: string };
}

export interface StepTrace {
  status: "succeeded" | "failed" | "handled";
  output: Json;
  statements: number;
}
