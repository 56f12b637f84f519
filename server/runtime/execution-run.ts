import { CANCELED } from "@/core/execution/canceled";
import type { ExecutionError } from "@/core/execution/errors";
import type { ExecutionStatus } from "@/core/execution/statuses";
import type { Json } from "@/core/values/json";
import type { App } from "@/server/app";
import { isKeyedConnection } from "@/server/connections/is-keyed-connection";
import { patiently } from "@/server/database/patiently";
import { takeQuota } from "@/server/quotas/take-quota";
import { decisionError, markAsked, unknownEffect } from "@/server/runtime/ask-about";
import { awaitExecution } from "@/server/runtime/await-execution";
import { claimOrphans } from "@/server/runtime/claim-orphans";
import { createdRow } from "@/server/runtime/created-row";
import { doEffect, PATIENCE_MS } from "@/server/runtime/do-effect";
import { doWait } from "@/server/runtime/do-wait";
import { EffectTraffic } from "@/server/runtime/effect-traffic";
import { endOfRun } from "@/server/runtime/end-of-run";
import { endUnowned } from "@/server/runtime/end-unowned";
import { ExecutionJournal } from "@/server/runtime/execution-journal";
import type { ExecutionOutcome, ExecutionRequest } from "@/server/runtime/execution-request";
import { allowFunctionCall } from "@/server/runtime/host/allow-function-call";
import type { EffectContext } from "@/server/runtime/host/effect";
import { rightsCheck } from "@/server/runtime/host/rights-check";
import { LostExecution } from "@/server/runtime/journal/journal";
import type { ExecutionProgress } from "@/server/runtime/journal/journal-write";
import { type KnownEffect, recall } from "@/server/runtime/known-effect";
import { nodeIdsOf } from "@/server/runtime/node-ids-of";
import { OpenWaits } from "@/server/runtime/open-waits";
import { placeSteps } from "@/server/runtime/place-steps";
import { readBefore } from "@/server/runtime/read-before";
import type { RunFacts } from "@/server/runtime/run-facts";
import { type RunningExecution, RunningExecutions } from "@/server/runtime/running-executions";
import { effectKey } from "@/server/runtime/sandbox/replay-call";
import type {
  EffectAnswer,
  EffectRequest,
  FunctionAsk,
  SandboxResult,
  SandboxRun,
} from "@/server/runtime/sandbox/sandbox";
import { endOrSecondTry } from "@/server/runtime/second-try";
import { settleSuspended } from "@/server/runtime/settle-suspended";
import { tellOfEnd } from "@/server/runtime/tell-of-end";
import { wakeCaller } from "@/server/runtime/wake-caller";
import { traceparentOfEffect } from "@/server/traces/traceparent";

/** One that is over by then is written once, at its end. */
const SHOWN_AFTER_MS = 250;

/** How one is put away before it has ended. */
interface Halt {
  status: "waiting" | "needs-decision";
  error: ExecutionError | null;
}

const HANDED_BACK: Halt = { status: "waiting", error: null };
/** Milliseconds since the epoch: it may be gone on with at once. */
const DUE = 0;

/** One execution in the process that runs it, from its start or from where it was put away. */
export class ExecutionRun {
  readonly id: string;
  /** When this process began with it. */
  private readonly since: number;
  private readonly journal: ExecutionJournal;
  private readonly running: RunningExecutions;
  private readonly effectContext: EffectContext;
  private readonly waits: OpenWaits;
  private readonly traffic: EffectTraffic;
  private readonly entry: RunningExecution;
  private sandboxRun: SandboxRun | null = null;
  /** Set when the journal refused or failed: nothing more may be done. */
  private broken: unknown = null;
  /** Set when it is to be put away as soon as nothing is under way, whether it waits or not. */
  private halt: Halt | null = null;
  /** The effects that a person is asked about. */
  private readonly asked: EffectRequest[] = [];
  /** Set when it is put away. */
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
    this.waits = new OpenWaits(app, id, () => this.traffic.changed());
    this.traffic = new EffectTraffic(this.waits, () => this.considerPuttingAway());
    this.entry = {
      workspaceId: request.workspaceId,
      cancel: () => this.sandboxRun?.cancel(),
      lose: () => {
        this.broken ??= new LostExecution(this.id);
        this.sandboxRun?.cancel();
      },
    };
    const { workspaceId, runsAsId = null, mode, depth = 0 } = request;
    const { automationId, functionId } = request.version;
    const nestedCalls = new Set<string>();
    for (const [key, { kind }] of before?.effects ?? []) if (kind === "automation") nestedCalls.add(key);
    this.effectContext = {
      ...{ app, workspaceId, runsAsId, executionId: id, mode, depth, startNested },
      automationName: request.version.document.name ?? "",
      secretVariables: variables.secrets,
      countNestedCall: (effect) => nestedCalls.add(effectKey(effect)).size <= facts.limits.nestedCalls,
      whileWaiting: (work, deadline) => this.waits.whileWaiting(work, deadline),
      checkRights: rightsCheck(app, workspaceId, runsAsId),
      limits: facts.limits,
      takeQuota: (quota) => takeQuota(app, { workspaceId, quota, sourceId: automationId ?? functionId ?? null }),
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
      this.running.remove(this.id, this.entry);
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
    this.running.follow(finished, { handBack: () => this.putAwayWith(HANDED_BACK) });
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
      hostCallsBefore: before?.hostCalls,
      onSteps: (steps) => this.takeSteps(steps),
      onEffect: (effect, signal) => this.answer(effect, signal),
      onFunctionCall: (call) => this.allowFunction(call),
    });
    const showing = setTimeout(() => void this.show(), SHOWN_AFTER_MS);
    try {
      const result = await this.sandboxRun.result;
      clearTimeout(showing);
      return await (this.suspension ?? this.finish(result));
    } finally {
      clearTimeout(showing);
      this.running.remove(this.id, this.entry);
      this.waits.close();
    }
  }

  private takeSteps(steps: string): void {
    if (this.suspension) return;
    this.journal.addSteps(placeSteps(steps, this.request.version.lineMap));
    this.considerPuttingAway();
  }

  private answer(effect: EffectRequest, signal: AbortSignal): Promise<EffectAnswer> {
    return this.traffic.count(async () => {
      try {
        if (!this.journal.exists) await this.writeRow();
        const known = this.facts.before?.effects.get(effectKey(effect));
        const recalled = known ? await recall(known, effect, this.isKeyed) : "do";
        if (typeof recalled === "object") return recalled;
        if (known && recalled !== "do") this.askAbout(effect, known, recalled);
        if (this.traffic.isHolding) return await this.traffic.hold(signal);
        const { effectContext, journal, waits } = this;
        if (effect.kind === "wait") return await doWait(effectContext, { journal, waits }, { effect, known }, signal);
        return await doEffect(effectContext, journal, { effect, known }, signal);
      } catch (error) {
        return this.giveUp(error);
      }
    });
  }

  private allowFunction(call: FunctionAsk): Promise<EffectAnswer> {
    const ask = () => allowFunctionCall(this.effectContext, call, this.facts.before);
    return this.traffic.count(() => patiently(PATIENCE_MS, ask).catch((error) => this.giveUp(error)));
  }

  /** Leaves it to whoever takes it over when its lease has run out. */
  private giveUp(error: unknown): EffectAnswer {
    this.broken ??= error;
    this.sandboxRun?.cancel();
    return { ok: false, error: { code: "WORKER_LOST", params: {}, message: "" } };
  }

  private readonly isKeyed = (connection: string): Promise<boolean> =>
    isKeyedConnection(this.app, this.request.workspaceId, connection);

  /** Only a person can say how it goes on. What else is under way is awaited, and nothing new is begun. */
  private askAbout(effect: EffectRequest, known: KnownEffect, why: "differs" | "unknown"): void {
    if (why === "unknown") this.journal.addEffect(unknownEffect(this.id, effect, known));
    this.asked.push(effect);
    this.putAwayWith({ status: "needs-decision", error: decisionError(effect, known, why) });
  }

  private putAwayWith(halt: Halt): void {
    // What a person has to look at is not due by itself.
    if (this.halt?.status !== "needs-decision") this.halt = halt;
    this.traffic.isHolding = true;
    this.considerPuttingAway();
  }

  /** Puts it away when nothing of it can go on by itself; looked at when what is under way has been said. */
  private considerPuttingAway(): void {
    if (!this.halt && this.waits.size === 0) return;
    setImmediate(() => {
      if (this.suspension || this.broken || !this.traffic.isQuiet || !this.sandboxRun?.isIdle()) return;
      const wakeAt = this.waits.earliest()?.getTime() ?? null;
      if (this.halt) this.suspension = this.putAway(this.halt, this.halt.status === "waiting" ? DUE : wakeAt);
      else if (this.waits.size > 0) this.suspension = this.putAway({ status: "waiting", error: null }, wakeAt);
      this.suspension?.catch(() => {});
    });
  }

  private async putAway({ status, error }: Halt, wakeAt: number | null): Promise<ExecutionOutcome> {
    this.waits.close();
    this.sandboxRun?.drop();
    const progress = { ...this.progress(status, null, error), wakeAt: status === "waiting" ? wakeAt : null };
    const written = this.journal.write(progress);
    this.journal.close();
    await written;
    this.running.remove(this.id, this.entry);
    // It is put away: what is not seen to now is seen to by whoever looks for what was answered.
    await markAsked(this.app, this.id, this.asked)
      .then(() => settleSuspended(this.app, this.id))
      .catch((err) => this.app.log.warn({ err, executionId: this.id }, "not looked at after it was put away"));
    const { activeMs: durationMs, handledFailures, statements } = progress;
    return {
      ...{ executionId: this.id, status, output: null, error, handledFailures, statements, durationMs },
      ...{ outcome: null, planned: [] },
    };
  }

  /** Its sandbox is gone. What is under way is awaited and committed, and then it is computed anew up to there. */
  private async goOnAnew(): Promise<ExecutionOutcome> {
    if (!this.journal.exists) await this.writeRow();
    this.waits.close();
    this.traffic.isHolding = true;
    await this.traffic.whenQuiet();
    if (this.broken) throw this.broken;
    // A process that stops has lost nothing: another one goes on.
    if (this.halt || this.running.isStopping) return this.putAway(this.halt ?? HANDED_BACK, DUE);
    await this.journal.write();
    const { workspaceId } = this.request;
    const { id, facts } = this;
    this.running.remove(id, this.entry);
    const [claimed] = await claimOrphans(this.app, { id, fence: facts.fence });
    if (claimed?.canceled)
      await endUnowned(this.app, id, { status: "canceled", error: CANCELED, fence: claimed.fence });
    if (!claimed || claimed.parked || claimed.canceled) throw new LostExecution(id);
    const before = await readBefore(this.app, { id, workspaceId, activeMs: this.activeMs(), attempt: facts.attempt });
    return new ExecutionRun(this.app, this.request, { ...facts, before, fence: Number(claimed.fence) }).start();
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
    this.running.add(this.id, this.entry);
  }

  private async finish(result: SandboxResult): Promise<ExecutionOutcome> {
    if (this.broken) throw this.broken;
    if (result.error?.code === "WORKER_LOST") return this.goOnAnew();
    // Waits that nobody needs any more are noted down as given up.
    await this.traffic.whenQuiet();
    this.journal.addSteps(placeSteps(result.steps, this.request.version.lineMap));
    const { status, error, outcome } = endOfRun(result, this.request.version);
    const { output, handledFailures, statements } = result;
    const progress = endOrSecondTry(this.app, this.request, this.facts, {
      ...this.progress(status, output, error),
      outcome: outcome && { ...outcome },
      handledFailures,
      statements,
      finishedAt: this.app.clock.now().getTime(),
    });
    const written = await this.journal.write(progress);
    await tellOfEnd(this.app, this.id, this.request, { ...progress, status: written });
    await wakeCaller(this.app, this.request);
    const { activeMs: durationMs } = progress;
    const ended = { executionId: this.id, handledFailures, statements, durationMs, planned: result.planned };
    // Somebody stopped it before that was written.
    if (written !== progress.status) return { ...ended, status: written, output: null, error: CANCELED, outcome: null };
    return { ...ended, status: written, output, error, outcome };
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
