import type { StepStatus } from "@/core/execution/statuses";
import type { Failure } from "@/server/runtime/sandbox/prelude/failure";
import { packRound, takePacked } from "@/server/runtime/sandbox/prelude/packed-records";
import type { Step } from "@/server/runtime/sandbox/prelude/step";
import { linesText } from "@/server/runtime/sandbox/prelude/step-lines";

let records: string[] = [];

/** How a step stands, for its record. */
export interface StepStanding {
  status: StepStatus;
  handled?: boolean;
  /** JSON text. */
  output?: string;
  handle?: string;
  error?: Failure;
}

/** Writes a step down for the journal, where it can in one row with other rounds; a later record of the same step replaces it. */
export function recordStep(step: Step, standing: StepStanding): void {
  if (packRound(step, standing)) return;
  const { status, handled = false, output = "null", handle, error } = standing;
  records.push(
    `{"nodeId":${JSON.stringify(step.nodeId)},"path":"${step.path}","attempt":${step.attempt},"ordinal":${step.ordinal},"status":"${status}",` +
      `"handled":${handled},"input":${step.input},"output":${output},"handle":${handle === undefined ? "null" : JSON.stringify(handle)},` +
      `"error":${error ? JSON.stringify(error) : "null"},"log":[${step.log.join(",")}],"statements":${step.statements},"lines":${linesText(step)},` +
      `"startedAt":${step.clock},"durationMs":${Math.round(step.duration() * 1_000) / 1_000}}`,
  );
}

/** @returns the JSON text of the records since the last time. */
export function takeRecords(): string {
  const text = `[${[...takePacked(), ...records].join(",")}]`;
  records = [];
  return text;
}
