import { answerText } from "@/core/execution/answer-text";
import type { ExecutionError } from "@/core/execution/errors";
import { LIMITS } from "@/core/execution/limits";
import { outcomeOf } from "@/core/execution/outcome";
import type { ExecutionStatus } from "@/core/execution/statuses";
import type { Json } from "@/core/values/json";
import type { App } from "@/server/app";
import { awaitExecution } from "@/server/runtime/await-execution";
import { createdRow } from "@/server/runtime/created-row";
import { doEffect } from "@/server/runtime/do-effect";
import { doWait } from "@/server/runtime/do-wait";
import { ExecutionJournal } from "@/server/runtime/execution-journal";
import type { ExecutionOutcome, ExecutionRequest } from "@/server/runtime/execution-request";
import type { EffectContext } from "@/server/runtime/host/effect";
import { rightsCheck } from "@/server/runtime/host/rights-check";
import { LostExecution } from "@/server/runtime/journal/journal";
import type { ExecutionProgress } from "@/server/runtime/journal/journal-write";
import { recall } from "@/server/runtime/known-effect";
import { OpenWaits } from "@/server/runtime/open-waits";
import { placeError } from "@/server/runtime/place-error";
import { placeSteps } from "@/server/runtime/place-steps";
import type { RunFacts } from "@/server/runtime/run-facts";
import { RunningExecutions } from "@/server/runtime/running-executions";
import { effectKey } from "@/server/runtime/sandbox/replay-call";
import type { EffectAnswer, EffectRequest, SandboxResult, SandboxRun } from "@/server/runtime/sandbox/sandbox";
import { settleSuspended } from "@/server/runtime/settle-suspended";
import { sweepOrphans } from "@/server/runtime/sweep-orphans";
import { traceparentOfEffect } from "@/server/traces/traceparent";

/** One that is over by then is written once, at its end. */
const SHOWN_AFTER_MS = 250;

/** One execution in the process that runs it, from its start or from where it was put away. */
export class ExecutionRun {
  readonly id: string;
  /** When this process began with it. */
  private readonly since: number;
  private readonly journal: ExecutionJournal;
  private readonly running: RunningExecutions;
  private readonly effectContext: EffectContext;
  private readonly waits: OpenWaits;
  private effectsInFlight = 0;
  private sandboxRun: SandboxRun | null = null;
  /** Set when the journal refused or failed: nothing more may be done. */
  private broken: unknown = null;
  /** Set when it cannot go on, whatever the program says. */
  private failure: ExecutionError | null = null;
  /** Set when it is put away because all of it waits. */
  private suspension: Promise<ExecutionOutcome> | null = null;

  constructor(
    private readonly app: App,
    private readonly request: ExecutionRequest,
    private readonly facts: RunFacts,
  ) {
    const { id, fence, before, startNested, variables } = facts;
    this.id = id;
    this.since = app.clock.now().getTime();
    this.running = RunningExecutions.of(app);
    this.waits = new OpenWaits(app, id, () => this.considerSuspending());
    const { workspaceId, runsAsId = null, mode, depth = 0 } = request;
    const nestedCalls = new Set<string>();
    for (const [key, { kind }] of before?.effects ?? []) if (kind === "automation") nestedCalls.add(key);
    this.effectContext = {
      ...{ app, workspaceId, runsAsId, executionId: id, mode, depth, startNested },
      automationName: request.version.document.name ?? "",
      secretVariables: variables.secrets,
      countNestedCall: (effect) => nestedCalls.add(effectKey(effect)).size <= LIMITS.nestedCallsPerExecution,
      whileWaiting: (work, deadline) => this.waits.whileWaiting(work, deadline),
      checkRights: rightsCheck(app, workspaceId, runsAsId),
      traceparentOf: (effect) => traceparentOfEffect(app, id, request.traceparent ?? null, effect),
      remainingMs: () => facts.limits.activeTimeMs - this.activeMs(),
    };
    this.journal = new ExecutionJournal(app.journal, app.pool, {
      ...{ executionId: id, workspaceId, fence },
      about: { created: createdRow(request, facts), document: request.version.document },
      onCommitInside: (write) => {
        app.metrics.committed([write], null);
        app.tracer?.committed([write]);
      },
      running: () => this.progress("running", null, null),
    });
    if (before) this.journal.exists = true;
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

  /** Runs it to its end, or until all of it waits, and commits that. @throws what the journal threw */
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
    const { before, limits, seed, timeZone, variables } = this.facts;
    if (before) {
      this.follow();
      this.running.hasRow(this.id);
    }
    this.sandboxRun = this.app.sandbox.run({
      program: {
        id: version.id,
        workspaceId,
        javascript: version.javascript,
        nodeIds: nodeIdsOf(version),
        timeZone,
      },
      payload: input,
      ...{ seed, limits, stopBeforeEffects },
      variables: variables.shown,
      known: before?.steps,
      activeMsBefore: before?.activeMs,
      onSteps: (steps) => this.takeSteps(steps),
      onEffect: (effect, signal) => this.answer(effect, signal),
    });
    const showing = setTimeout(() => void this.show(), SHOWN_AFTER_MS);
    try {
      const result = await this.sandboxRun.result;
      clearTimeout(showing);
      return await (this.suspension ?? this.finish(result));
    } finally {
      clearTimeout(showing);
      this.running.remove(this.id);
      this.waits.close();
    }
  }

  private takeSteps(steps: string): void {
    if (this.suspension) return;
    this.journal.addSteps(placeSteps(steps, this.request.version.lineMap));
    if (this.waits.size > 0) this.considerSuspending();
  }

  private async answer(effect: EffectRequest, signal: AbortSignal): Promise<EffectAnswer> {
    this.effectsInFlight++;
    try {
      if (!this.journal.exists) await this.writeRow();
      const known = this.facts.before?.effects.get(effectKey(effect));
      const recalled = known ? recall(known, effect) : "do";
      if (typeof recalled === "object") return recalled;
      if (recalled !== "do") return this.cannotGoOn(effect, recalled === "differs" ? "REPLAY_DIFFERS" : "WORKER_LOST");
      const { effectContext, journal, waits } = this;
      if (effect.kind === "wait") return await doWait(effectContext, { journal, waits }, { effect, known }, signal);
      return await doEffect(effectContext, journal, { effect, known }, signal);
    } catch (error) {
      this.broken ??= error;
      this.sandboxRun?.cancel();
      return { ok: false, error: { code: "WORKER_LOST", params: {}, message: "" } };
    } finally {
      this.effectsInFlight--;
    }
  }

  private cannotGoOn({ nodeId }: EffectRequest, code: "REPLAY_DIFFERS" | "WORKER_LOST"): EffectAnswer {
    this.failure ??= { code, params: {}, message: "", nodeId };
    this.sandboxRun?.cancel();
    return { ok: false, error: this.failure };
  }

  /** Puts it away when nothing of it can go on by itself; looked at when what is under way has been said. */
  private considerSuspending(): void {
    setImmediate(() => {
      const allWait = this.waits.size > 0 && this.effectsInFlight === this.waits.size;
      if (this.suspension || this.broken || this.failure || !allWait || !this.sandboxRun?.isIdle()) return;
      const wakeAt = this.waits.earliest()?.getTime() ?? null;
      this.suspension = this.suspend(wakeAt);
      this.suspension.catch(() => {});
    });
  }

  private async suspend(wakeAt: number | null): Promise<ExecutionOutcome> {
    this.waits.close();
    this.sandboxRun?.drop();
    const progress = { ...this.progress("waiting", null, null), wakeAt };
    const written = this.journal.write(progress);
    this.journal.close();
    await written;
    this.running.remove(this.id);
    await settleSuspended(this.app, this.id);
    const { activeMs: durationMs, handledFailures, statements, status } = progress;
    return {
      ...{ executionId: this.id, status, output: null, error: null, handledFailures, statements, durationMs },
      ...{ outcome: null, planned: [] },
    };
  }

  /** Makes an execution that goes on for a while seen, and able to be canceled. */
  private async show(): Promise<void> {
    if (this.journal.exists) return;
    const { workspaceId } = this.request;
    await this.writeRow().catch((error) =>
      this.app.log.warn({ err: error, executionId: this.id, workspaceId }, "not shown yet"),
    );
  }

  private async writeRow(): Promise<void> {
    this.follow();
    await this.journal.write();
    this.running.hasRow(this.id);
  }

  private follow(): void {
    this.running.add(this.id, {
      workspaceId: this.request.workspaceId,
      cancel: () => this.sandboxRun?.cancel(),
      lose: () => {
        this.broken ??= new LostExecution(this.id);
        this.sandboxRun?.cancel();
      },
    });
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
    const ended = result.error ? placeError(result.error, lineMap) : stoppedError(result);
    const error = this.failure ?? ended;
    const status = this.failure ? "failed" : statusOf(result);
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
    await this.wakeCaller();
    const { activeMs: durationMs } = progress;
    return {
      ...{ executionId: this.id, status, output, error, handledFailures, statements, durationMs, outcome },
      planned: result.planned,
    };
  }

  /** The execution that called this one's automation may have been put away meanwhile. */
  private async wakeCaller(): Promise<void> {
    const { causeExecutionId } = this.request;
    if (!causeExecutionId) return;
    await this.app.pool.query("UPDATE execution SET wake_at = now() WHERE id = $1 AND status = 'waiting'", [
      causeExecutionId,
    ]);
  }

  private progress(status: ExecutionStatus, output: Json, error: ExecutionError | null): ExecutionProgress {
    return {
      ...{ status, output, error, outcome: null, handledFailures: 0, statements: 0, finishedAt: null, wakeAt: null },
      activeMs: this.activeMs(),
    };
  }

  private activeMs(): number {
    return (this.facts.before?.activeMs ?? 0) + Math.max(0, this.app.clock.now().getTime() - this.since);
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
  const target = String(request.module ?? request.connection ?? request.url ?? request.automation ?? request.to ?? "");
  return { code: "TEST_STOPPED", params: { target }, message: "", nodeId: next?.nodeId };
}

/** Versions do not change: the table is made once. */
const nodeIds = new WeakMap<object, Record<string, string>>();

function nodeIdsOf({ document }: ExecutionRequest["version"]): Record<string, string> {
  const known = nodeIds.get(document) ?? Object.fromEntries(document.nodes.map(({ name, id }) => [name, id]));
  nodeIds.set(document, known);
  return known;
}
