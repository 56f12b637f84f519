import type { PoolClient } from "pg";
import { AppError } from "@/core/execution/errors";
import type { App } from "@/server/app";
import { createdRow } from "@/server/runtime/created-row";
import { concurrencyKey } from "@/server/runtime/dispatch/concurrency-key";
import type { ExecutionRequest } from "@/server/runtime/execution-request";
import { findByRequestId } from "@/server/runtime/find-by-request-id";
import { LostExecution } from "@/server/runtime/journal/journal";
import type { ExecutionProgress } from "@/server/runtime/journal/journal-write";
import { newRunFacts } from "@/server/runtime/run-facts";

/** An execution that is there, and whether this call put it there. */
export interface EnqueuedExecution {
  executionId: string;
  /** False when its request id is that of an execution that was there. */
  isNew: boolean;
}

/** The first claim raises it. */
const NO_FENCE = 0;

const QUEUED: ExecutionProgress = {
  ...{ status: "queued", output: null, error: null, outcome: null, handledFailures: 0, statements: 0, activeMs: 0 },
  ...{ finishedAt: null, wakeAt: null },
};

/**
 * Puts an execution of an automation into the queue, inside the transaction of what causes it: both happen, or neither. A
 * process that has room begins with it once that is committed. Nobody waits for its answer, unless the request says so.
 * The same request id gives the same execution.
 */
export async function enqueueExecution(
  tx: PoolClient,
  app: App,
  request: ExecutionRequest,
): Promise<EnqueuedExecution> {
  const { workspaceId, version, requestId } = request;
  // What takes turns is automations.
  if (!version.automationId) throw new AppError("CONFLICT", { what: "version", id: version.id });
  const facts = await newRunFacts(app, request, startsNothing);
  const { id: executionId } = facts;
  const created = {
    ...createdRow({ awaited: false, ...request }, facts),
    startedAt: null,
    concurrencyKey: concurrencyKey(request),
  };
  try {
    await app.journal.writeInside(tx, {
      ...{ executionId, workspaceId, fence: NO_FENCE, progress: QUEUED, steps: "[]", effects: [], created },
      about: { created, document: version.document },
    });
  } catch (error) {
    if (!(error instanceof LostExecution) || !requestId) throw error;
    return { executionId: await findByRequestId(tx, workspaceId, requestId), isNew: false };
  }
  await app.changes.notify({ kind: "queue", workspaceId, id: executionId }, tx);
  return { executionId, isNew: true };
}

/** It does not run here. */
const startsNothing = () => Promise.reject(new AppError("UNAVAILABLE"));
