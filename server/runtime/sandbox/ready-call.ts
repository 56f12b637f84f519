import type { SandboxCall } from "@/server/runtime/sandbox/sandbox";

/** A call of a program that does nothing, to see whether a process is up. */
export const READY_CALL: SandboxCall = {
  program: { id: "ready", workspaceId: "", javascript: "async () => true", nodeIds: {}, timeZone: "UTC" },
  payload: null,
  seed: "",
  limits: {
    statementsPerCall: 1,
    statementsPerExecution: 1,
    steps: 1,
    activeTimeMs: 5_000,
    memoryBytes: 16 * 1_048_576,
    outputBytes: 1_024,
    logBytesPerStep: 1_024,
    hostCalls: 0,
    nestedCalls: 0,
    httpTimeMs: 0,
    httpResponseBytes: 0,
  },
  stopBeforeEffects: false,
  onEffect: async () => ({ ok: true, value: null }),
  onSteps: () => {},
};
