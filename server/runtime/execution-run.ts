import { randomBytes } from "node:crypto";
import { uuidv7 } from "uuidv7";
import { answerText } from "@/core/execution/answer-text";
import type { ExecutionError } from "@/core/execution/errors";
import { type ExecutionLimits, LIMITS, limitsFor } from "@/core/execution/limits";
import { outcomeOf } from "@/core/execution/outcome";
import type { ExecutionStatus } from "@/core/execution/statuses";
import type { Json } from "@/core/values/json";
import type { App } from "@/server/app";
import { awaitExecution } from "@/server/runtime/await-execution";
import { doEffect } from "@/server/runtime/do-effect";
import { ExecutionJournal } from "@/server/runtime/execution-journal";
import type { ExecutionOutcome, ExecutionRequest } from "@/server/runtime/execution-request";
import type { EffectContext } from "@/server/runtime/host/effect";
import { rightsCheck } from "@/server/runtime/host/rights-check";
import { LostExecution } from "@/server/runtime/journal/journal";
import type { CreatedExecution, ExecutionProgress } from "@/server/runtime/journal/journal-write";
import { placeError } from "@/server/runtime/place-error";
import { placeSteps } from "@/server/runtime/place-steps";
import { RunningExecutions } from "@/server/runtime/running-executions";
import type { EffectAnswer, EffectRequest, SandboxResult, SandboxRun } from "@/server/runtime/sandbox/sandbox";
import { sweepOrphans } from "@/server/runtime/sweep-orphans";
import { workspaceZone } from "@/server/runtime/workspace-zone";
import { type ExecutionVariables, executionVariables } from "@/server/variables/execution-variables";

/** Every execution starts under this number; whoever takes it over raises it. */
const FIRST_FENCE = 1;

/** One that is over by then is written once, at its end. */
const SHOWN_AFTER_MS = 250;

/** What is known before it starts. */
interface RunFacts {
  id: string;
  timeZone: string;
  variables: ExecutionVariables;
  startNested: EffectContext["startNested"];
}

/** One execution in the process that runs it. */
export class ExecutionRun {
  readonly id: string;
  private readonly seed = randomBytes(8).readBigInt64BE().toString();
  private readonly limits: ExecutionLimits;
  private readonly startedAt: number;
  private readonly journal: ExecutionJournal;
  private readonly running: RunningExecutions;
  private readonly effectContext: EffectContext;
  private sandboxRun: SandboxRun | null = null;
  /** Set when the journal refused or failed: nothing more may be done. */
  private broken: unknown = null;

  private constructor(
    private readonly app: App,
    private readonly request: ExecutionRequest,
    private readonly facts: RunFacts,
  ) {
    this.id = facts.id;
    this.limits = { ...limitsFor(request.trigger.type), ...request.limits };
    this.startedAt = app.clock.now().getTime();
    this.running = RunningExecutions.of(app);
    const { workspaceId, runsAsId = null, mode, depth = 0 } = request;
    let nestedCalls = 0;
    this.effectContext = {
      ...{ app, workspaceId, runsAsId, executionId: this.id, mode, depth, startNested: facts.startNested },
      automationName: request.version.document.name ?? "",
      secretVariables: facts.variables.secrets,
      countNestedCall: () => ++nestedCalls <= LIMITS.nestedCallsPerExecution,
      checkRights: rightsCheck(app, workspaceId, runsAsId),
      remainingMs: () => this.startedAt + this.limits.activeTimeMs - app.clock.now().getTime(),
    };
    this.journal = new ExecutionJournal(app.journal, app.pool, {
      executionId: this.id,
      workspaceId: request.workspaceId,
      fence: FIRST_FENCE,
      created: this.createdRow(),
      running: () => this.progress("running", null, null),
    });
  }

  /** @param startNested starts the execution of an automation that a step calls */
  static async prepare(
    app: App,
    request: ExecutionRequest,
    startNested: EffectContext["startNested"],
  ): Promise<ExecutionRun> {
    const { workspaceId } = request;
    const id = uuidv7();
    const [timeZone, variables] = await Promise.all([
      workspaceZone(app, workspaceId),
      executionVariables(app, { workspaceId, executionId: id }),
    ]);
    return new ExecutionRun(app, request, { id, timeZone, variables, startNested });
  }

  /** Writes the row before anything else. @returns false when its request id is taken by another execution */
  async claim(): Promise<boolean> {
    try {
      await this.writeRow();
      return true;
    } catch (error) {
      this.running.remove(this.id);
      if (error instanceof LostExecution) return false;
      throw error;
    }
  }

  /** Runs it to its end and commits that. @throws what the journal threw */
  start(): Promise<ExecutionOutcome> {
    const finished = this.runInSandbox().catch((error) => {
      // Whoever took it over says how it ended.
      if (!(error instanceof LostExecution)) throw error;
      return awaitExecution(this.app, { workspaceId: this.request.workspaceId, executionId: this.id });
    });
    this.running.follow(finished);
    return finished;
  }

  private async runInSandbox(): Promise<ExecutionOutcome> {
    const { version, workspaceId, input, stopBeforeEffects = false } = this.request;
    this.sandboxRun = this.app.sandbox.run({
      program: {
        id: version.id,
        workspaceId,
        javascript: version.javascript,
        nodeIds: nodeIdsOf(version),
        timeZone: this.facts.timeZone,
      },
      payload: input,
      seed: this.seed,
      limits: this.limits,
      variables: this.facts.variables.shown,
      stopBeforeEffects,
      onSteps: (steps) => this.journal.addSteps(placeSteps(steps, version.lineMap)),
      onEffect: (effect, signal) => this.answer(effect, signal),
    });
    const showing = setTimeout(() => void this.show(), SHOWN_AFTER_MS);
    try {
      const result = await this.sandboxRun.result;
      clearTimeout(showing);
      return await this.finish(result);
    } finally {
      clearTimeout(showing);
      this.running.remove(this.id);
    }
  }

  private async answer(effect: EffectRequest, signal: AbortSignal): Promise<EffectAnswer> {
    try {
      if (!this.journal.exists) await this.writeRow();
      return await doEffect(this.effectContext, this.journal, effect, signal);
    } catch (error) {
      this.broken ??= error;
      this.sandboxRun?.cancel();
      return { ok: false, error: { code: "WORKER_LOST", params: {}, message: "" } };
    }
  }

  /** Makes an execution that goes on for a while seen, and able to be canceled. */
  private async show(): Promise<void> {
    if (this.journal.exists) return;
    await this.writeRow().catch((error) => this.app.log.warn({ err: error, executionId: this.id }, "not shown yet"));
  }

  private async writeRow(): Promise<void> {
    this.running.add(this.id, {
      workspaceId: this.request.workspaceId,
      cancel: () => this.sandboxRun?.cancel(),
      lose: () => {
        this.broken ??= new LostExecution(this.id);
        this.sandboxRun?.cancel();
      },
    });
    await this.journal.write();
  }

  private async finish(result: SandboxResult): Promise<ExecutionOutcome> {
    if (this.broken) throw this.broken;
    if (result.error?.code === "WORKER_LOST" && this.journal.exists) {
      // Effects may be in flight: only the sweeper knows how to say so.
      await sweepOrphans(this.app, this.id);
      throw new LostExecution(this.id);
    }
    const { lineMap, document } = this.request.version;
    this.journal.addSteps(placeSteps(result.steps, lineMap));
    const error = result.error ? placeError(result.error, lineMap) : stoppedError(result);
    const status = statusOf(result);
    const { output, handledFailures, statements } = result;
    const outcome = outcomeOf({
      status,
      handledFailures,
      error,
      message: answerText(output),
      stepLabel: document.nodes.find(({ id }) => id === error?.nodeId)?.label ?? null,
    });
    const progress = {
      ...this.progress(status, output, error),
      outcome: outcome && { ...outcome },
      handledFailures,
      statements,
      finishedAt: this.app.clock.now().getTime(),
    };
    await this.journal.write(progress);
    const { activeMs: durationMs } = progress;
    return {
      ...{ executionId: this.id, status, output, error, handledFailures, statements, durationMs, outcome },
      planned: result.planned,
    };
  }

  private progress(status: ExecutionStatus, output: Json, error: ExecutionError | null): ExecutionProgress {
    return {
      ...{ status, output, error, outcome: null, handledFailures: 0, statements: 0, finishedAt: null },
      activeMs: Math.max(0, this.app.clock.now().getTime() - this.startedAt),
    };
  }

  private createdRow(): CreatedExecution {
    const { version, mode, trigger, input, record, startedFrom } = this.request;
    const { startedById = null, runsAsId = null, requestId = null, rerunOfId = null } = this.request;
    const { causeExecutionId = null, depth = 0 } = this.request;
    const variables = this.facts.variables.shown;
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
      ...{ startedById, startedFrom, runsAsId, requestId, rerunOfId },
      ...{ causeExecutionId, depth },
      limits: { ...this.limits },
      variables: Object.keys(variables).length > 0 ? variables : null,
      seed: this.seed,
      startedAt: this.startedAt,
    };
  }
}

function statusOf({ end, error }: SandboxResult): ExecutionStatus {
  if (end === "returned") return "succeeded";
  if (end === "stopped" || error?.code === "CANCELED") return "canceled";
  return error?.code === "TIME_LIMIT" ? "timed-out" : "failed";
}

/** A test that stopped before its first effect says so in the place of an error. */
function stoppedError({ end, planned }: SandboxResult): ExecutionError | null {
  if (end !== "stopped") return null;
  const [next] = planned;
  const request = (next?.request ?? {}) as Record<string, Json>;
  const target = String(request.module ?? request.connection ?? request.url ?? "");
  return { code: "TEST_STOPPED", params: { target }, message: "", nodeId: next?.nodeId };
}

/** Versions do not change: the table is made once. */
const nodeIds = new WeakMap<object, Record<string, string>>();

function nodeIdsOf({ document }: ExecutionRequest["version"]): Record<string, string> {
  const known = nodeIds.get(document) ?? Object.fromEntries(document.nodes.map(({ name, id }) => [name, id]));
  nodeIds.set(document, known);
  return known;
}
