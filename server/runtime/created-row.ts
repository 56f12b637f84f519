import type { ExecutionRequest } from "@/server/runtime/execution-request";
import type { CreatedExecution } from "@/server/runtime/journal/journal-write";
import type { RunFacts } from "@/server/runtime/run-facts";

/** @returns the columns of an execution that never change. */
export function createdRow(request: ExecutionRequest, facts: RunFacts): CreatedExecution {
  const { version, mode, trigger, input, record, startedFrom } = request;
  const { startedById = null, runsAsId = null, requestId = null, rerunOfId = null } = request;
  const { causeExecutionId = null, depth = 0, traceparent = null, awaited = true } = request;
  const { limits, seed, timeZone, startedAt } = facts;
  const variables = facts.variables.shown;
  return {
    automationId: version.automationId,
    versionId: version.id,
    functionId: version.functionId ?? null,
    mode,
    triggerType: trigger.type,
    triggerNodeId: trigger.nodeId,
    input,
    module: record?.module ?? null,
    recordId: record?.id ?? null,
    recordName: record?.name ?? null,
    ...{ startedById, startedFrom, runsAsId, requestId, rerunOfId, causeExecutionId, depth, traceparent, awaited },
    limits: { ...limits },
    variables: Object.keys(variables).length > 0 ? variables : null,
    ...{ seed, timeZone, startedAt },
  };
}
