import { createHash } from "node:crypto";
import { turnValue } from "@/core/execution/turn-value";
import type { ExecutionRequest } from "@/server/runtime/execution-request";

/**
 * @returns what executions of an automation have in common that run one after another, a hash; null for one that waits for
 *   no other. A test does not, nor one that a step of another execution waits for: that one holds a turn of its own, and
 *   two that wait for each other would wait for ever.
 */
export function concurrencyKey({ version, trigger, input, mode, causeExecutionId }: ExecutionRequest): string | null {
  if (mode !== "live" || causeExecutionId || !version.automationId) return null;
  const start = version.document.nodes.find(({ id }) => id === trigger.nodeId);
  const value = turnValue(start?.policy?.oneByOne, input);
  if (value === null) return null;
  return createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 32);
}
