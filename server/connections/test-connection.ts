import { AppError, type ErrorCode } from "@/core/execution/errors";
import { findService } from "@/core/services/catalogue";
import type { Json } from "@/core/values/json";
import type { Actor, App } from "@/server/app";
import { connectionForCall, forgetConnections } from "@/server/connections/connection-for-call";
import { findConnection } from "@/server/connections/find-connection";
import { countTest } from "@/server/connections/test-throttle";

/** `answered`: the service answered, but its answer says nothing about the key. */
export type TestResult =
  | { outcome: "works" | "refused" | "answered"; status: number; durationMs: number }
  | { outcome: "failed"; error: { code: ErrorCode; params: Record<string, Json> } };

const TEST_TIMEOUT_MS = 10_000;
const TEST_MAX_BYTES = 1_000_000;

/**
 * Makes one harmless call with the key: the service's own test call, or a GET of the base URL.
 *
 * @throws AppError NOT_FOUND, TOO_MANY_REQUESTS; all else that goes wrong is the result
 */
export async function testConnection(app: App, actor: Actor, input: { id: string }): Promise<TestResult> {
  const { linkName, serviceKey } = await findConnection(app, actor, input.id);
  countTest(app, input.id);
  const path = serviceKey === null ? "" : (findService(serviceKey)?.testPath ?? "");
  try {
    forgetConnections(app, actor.workspaceId);
    const connection = await connectionForCall(app, actor.workspaceId, linkName);
    const { url, headers } = connection.apply({ url: path, headers: { accept: "application/json" } });
    const { status, durationMs } = await app.egress.request({
      method: "GET",
      url,
      headers,
      timeoutMs: TEST_TIMEOUT_MS,
      maxBytes: TEST_MAX_BYTES,
    });
    await connection.noteStatus(status);
    return { outcome: outcomeOf(status), status, durationMs };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { outcome: "failed", error: { code: error.code, params: error.params } };
  }
}

function outcomeOf(status: number): "works" | "refused" | "answered" {
  if (status === 401 || status === 403) return "refused";
  return status < 400 ? "works" : "answered";
}
