import { uuidv7 } from "uuidv7";
import { compile } from "@/core/compiler/compile";
import { RUNTIME_ABI } from "@/core/compiler/program";
import { AppError, type ExecutionError } from "@/core/execution/errors";
import type { JournalEffect, LogLine } from "@/core/execution/journal";
import { LIMITS } from "@/core/execution/limits";
import type { ExecutionStatus } from "@/core/execution/statuses";
import type { Json } from "@/core/values/json";
import type { Actor, App } from "@/server/app";
import { compileContext } from "@/server/automations/compile-context";
import { ownerOfNew } from "@/server/automations/owner-of-new";
import { storeVersion } from "@/server/automations/store-version";
import { readJournal } from "@/server/executions/read-journal";
import { findFunction } from "@/server/functions/find-function";
import { FUNCTION_NODE_ID, oneNodeDocument, TRIGGER_NODE_ID } from "@/server/functions/one-node-document";
import { readSource } from "@/server/functions/read-source";
import { execute, type VersionToRun } from "@/server/runtime/execute";

/** What a function did when it was tried. */
export interface FunctionTrial {
  executionId: string;
  status: ExecutionStatus;
  output: Json;
  error: ExecutionError | null;
  log: LogLine[];
  effects: JournalEffect[];
  /** Of the function alone, and how many it may use. */
  statements: number;
  statementLimit: number;
  /** What ran, and how many statements of it stand on each line, from 1. */
  source: string;
  lines: Record<string, number>;
  durationMs: number;
}

/**
 * Runs the saved draft of a function with these arguments, for real, as the person who asks; it becomes an execution
 * like any other.
 *
 * @param input.arguments by parameter name; one that is left out is `undefined` for the function
 * @throws AppError NOT_FOUND, FUNCTION_INVALID; a failure of the function itself is in the answer
 */
export async function executeFunction(
  app: App,
  actor: Actor,
  input: { id: string; arguments: Record<string, Json> },
): Promise<FunctionTrial> {
  const { id, source } = await findFunction(app, actor, input.id);
  const outcome = await execute(app, {
    workspaceId: actor.workspaceId,
    version: await versionOf(app, actor, id),
    mode: "test",
    trigger: { type: "manual", nodeId: TRIGGER_NODE_ID },
    input: input.arguments,
    startedById: actor.userId,
    startedFrom: "page",
    runsAsId: actor.userId,
  });
  const { executionId, status, output, error, durationMs } = outcome;
  await app.db.function.updateMany({
    where: { id, workspaceId: actor.workspaceId },
    data: { lastTestedAt: app.clock.now(), lastTestResult: status === "succeeded" ? "succeeded" : "failed" },
  });
  const { steps, effects } = await readJournal(app, actor, executionId);
  const step = steps.find(({ nodeId }) => nodeId === FUNCTION_NODE_ID);
  return {
    executionId,
    status,
    output,
    error,
    log: step?.log ?? [],
    effects,
    statements: step?.statements ?? 0,
    statementLimit: LIMITS.statementsPerCall,
    source,
    lines: Object.values(step?.lines ?? {})[0] ?? {},
    durationMs,
  };
}

/** The compiled test of the function's draft: made once, and run as often as it is tried. */
async function versionOf(app: App, actor: Actor, functionId: string): Promise<VersionToRun> {
  const { workspaceId } = actor;
  const { source, description, latestVersion, revision, publishedRevision } = await findFunction(
    app,
    actor,
    functionId,
  );
  const { name, signature } = readSource(source);
  // The number it has, or would be published with.
  const number = revision === publishedRevision ? latestVersion : latestVersion + 1;
  const draft = { name, version: number, source, description, signature };
  const document = oneNodeDocument(name, signature);
  const { program, diagnostics } = compile(document, await compileContext(app, actor, [draft]));
  if (!program) {
    const [first] = diagnostics;
    const line = Number(first?.params.line ?? 1);
    throw new AppError("FUNCTION_INVALID", { line, reason: "unusable", message: first?.code ?? "" });
  }
  const known = await app.db.automationVersion.findFirst({
    where: { workspaceId, functionId, number, abi: RUNTIME_ABI, javascript: program.javascript },
    select: { id: true },
  });
  const id = known?.id ?? uuidv7();
  if (!known) {
    await storeVersion(app.db, {
      id,
      workspaceId,
      automationId: null,
      functionId,
      kind: "test",
      number,
      document,
      program,
      note: null,
      createdById: await ownerOfNew(app, actor),
      createdAt: app.clock.now(),
    });
  }
  const { javascript, lineMap, abi } = program;
  return { id, automationId: null, functionId, document, javascript, lineMap, abi };
}
