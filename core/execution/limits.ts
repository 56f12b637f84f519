import type { WorkspaceLimits } from "@/core/execution/workspace-limits";

/** The kind of start decides how long an execution may be active. */
export type TriggerType = "button" | "manual" | "api" | "workflow" | "related-list" | "schedule" | "webhook";

const SECOND = 1_000;
const KB = 1_024;
const MB = 1_024 * KB;

/** Every bound on one execution, call or document. Times in milliseconds, sizes in bytes unless named otherwise. */
export const LIMITS = {
  statementsPerCall: 5_000,
  statementsPerExecution: 200_000,
  stepsPerExecution: 10_000,
  activeTimeMs: {
    button: 10 * SECOND,
    "related-list": 10 * SECOND,
    workflow: 30 * SECOND,
    api: 60 * SECOND,
    webhook: 60 * SECOND,
    manual: 60 * SECOND,
    schedule: 15 * 60 * SECOND,
  } satisfies Record<TriggerType, number>,
  memoryBytes: 64 * MB,
  outputBytes: 4 * MB,
  logBytesPerStep: 256 * KB,
  hostCallsPerExecution: 1_000,
  nestedCallsPerExecution: 75,
  nestedCallDepth: 10,
  foundRecords: 1_000,
  mailRecipients: 50,
  mailSubjectCharacters: 500,
  mailTextCharacters: 500_000,
  storeKeyCharacters: 200,
  storedValueBytes: 64 * KB,
  fileBytes: 10 * MB,
  fileReadBytes: 1 * MB,
  fileNameCharacters: 200,
  fileDays: 30,
  mailAttachments: 20,
  mailAttachmentBytes: 10 * MB,
  waitDays: 400,
  httpTimeMs: 40 * SECOND,
  httpResponseBytes: 10 * MB,
  httpTextBytes: 1 * MB,
  httpRedirects: 5,
  requestBodyBytes: 1 * MB,
  argumentsInUrlCharacters: 5_000,
  argumentsInBodyCharacters: 95_000,
  failuresBeforePause: 20,
  jsonDepth: 200,
  idempotencyKeyCharacters: 200,
  executionsInProcess: 500,
  requestBodiesInProcessBytes: 64 * MB,
  queuedExecutions: 100_000,
  resultMessageCharacters: 500,
  perDay: {
    functionCalls: 10_000,
    functionCallsPerPerson: 200,
    peopleCounted: 50,
    recordOperations: 25_000,
    httpCalls: 25_000,
    mails: 1_000,
  },
} as const;

/** The bounds one execution runs under, fixed when it starts. */
export interface ExecutionLimits {
  statementsPerCall: number;
  statementsPerExecution: number;
  steps: number;
  activeTimeMs: number;
  memoryBytes: number;
  outputBytes: number;
  logBytesPerStep: number;
  hostCalls: number;
  nestedCalls: number;
  httpTimeMs: number;
  httpResponseBytes: number;
}

/**
 * @param own what the workspace sets for itself
 * @returns the bounds of an execution started by a trigger of this type
 */
export function limitsFor(trigger: TriggerType, own: Partial<WorkspaceLimits> = {}): ExecutionLimits {
  return {
    statementsPerCall: own.statementsPerCall ?? LIMITS.statementsPerCall,
    statementsPerExecution: own.statementsPerExecution ?? LIMITS.statementsPerExecution,
    steps: own.stepsPerExecution ?? LIMITS.stepsPerExecution,
    activeTimeMs: own[`activeTimeMs.${trigger}`] ?? LIMITS.activeTimeMs[trigger],
    memoryBytes: own.memoryBytes ?? LIMITS.memoryBytes,
    outputBytes: LIMITS.outputBytes,
    logBytesPerStep: own.logBytesPerStep ?? LIMITS.logBytesPerStep,
    hostCalls: own.hostCallsPerExecution ?? LIMITS.hostCallsPerExecution,
    nestedCalls: own.nestedCallsPerExecution ?? LIMITS.nestedCallsPerExecution,
    httpTimeMs: own.httpTimeMs ?? LIMITS.httpTimeMs,
    httpResponseBytes: own.httpResponseBytes ?? LIMITS.httpResponseBytes,
  };
}
