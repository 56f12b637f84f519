import type { Json } from "@/core/values/json";
import { type Broken, FRAME } from "@/server/runtime/sandbox/frames";
import type { Mark } from "@/server/runtime/sandbox/mark";
import { FUNCTION_ORDINAL } from "@/server/runtime/sandbox/mark";
import { effectKey, type LostCall, type StopAt } from "@/server/runtime/sandbox/replay-call";
import type {
  EffectAnswer,
  EffectRequest,
  SandboxCall,
  SandboxError,
  SandboxResult,
} from "@/server/runtime/sandbox/sandbox";
import type { SandboxProcess } from "@/server/runtime/sandbox/sandbox-process";

/** What the prelude's `drain` said. */
export type Drained = { steps: string } & (
  | {
      type: "effects";
      effects: (EffectRequest & { id: number })[];
      /** Ids of waits that nobody needs any more. */
      dropped: number[];
    }
  | ({ type: "end" } & Omit<SandboxResult, "steps">)
);

interface CallEvents {
  /** The call can go on: an answer came, or it has to be ended. */
  onReady(call: PooledCall): void;
  /** Its process does not obey and has to be killed. */
  onOverdue(call: PooledCall): void;
  /** Its process is gone, and none of its effects is in flight any more. */
  onLost(call: PooledCall, lost: LostCall): void;
}

type State = "queued" | "running" | "waiting" | "parking" | "parked" | "lost" | "over";

/** One call on its way through the pool: queued, running in a process, waiting there or put away, over. */
export class PooledCall {
  readonly result: Promise<SandboxResult>;
  private resolve: (result: SandboxResult) => void = () => {};
  private state: State = "queued";
  private startedAt = 0;
  private runningSince = 0;
  private effectsInFlight = 0;
  private answers: ({ id: number } & EffectAnswer)[] = [];
  private pages: Buffer | null = null;
  /** Set when the call is to be ended from outside. */
  private ending: SandboxError | null = null;
  private dropped = false;
  private readonly aborter = new AbortController();
  private lossError: StopAt | null = null;
  /** The waits that go on, by id. */
  private readonly waits = new Map<number, AbortController>();
  private readonly answered = new Map<string, EffectAnswer>();
  private readonly unanswered = new Set<string>();
  private readonly handedOver: string[] = [];
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly request: SandboxCall,
    private readonly events: CallEvents,
    /** For a replay: ends with this failure where its step begins. */
    private readonly stopAt: StopAt | null = null,
  ) {
    this.result = new Promise((resolve) => {
      this.resolve = resolve;
    });
  }

  get programId(): string {
    return this.request.program.id;
  }

  get isReplay(): boolean {
    return this.stopAt !== null;
  }

  isOver(): boolean {
    return this.state === "over";
  }

  isRunning(): boolean {
    return this.state === "running";
  }

  /** How long it has been running in one go; 0 while it does not. */
  runsForMs(): number {
    return this.state === "running" ? performance.now() - this.runningSince : 0;
  }

  isParked(): boolean {
    return this.state === "parked";
  }

  /** Starts or resumes the call in a process. */
  begin(process: SandboxProcess, graceMs: number): void {
    const { program, payload, seed, limits, stopBeforeEffects, variables = {} } = this.request;
    const { known = [], hostCallsBefore: hostCalls = 0 } = this.request;
    process.load(program);
    if (this.pages) {
      const settings = JSON.stringify({ limits, elapsedMs: Date.now() - this.startedAt });
      process.send(FRAME.resume, program.id, settings, this.pages, JSON.stringify(this.takeAnswers()));
      this.pages = null;
    } else {
      this.startedAt = Date.now();
      const settings = JSON.stringify({
        ...{ seed, startedAt: this.startedAt, limits, stopBeforeEffects },
        ...{ stopAt: this.stopAt, variables, known, hostCalls },
        asksBeforeFunctions: this.request.onFunctionCall !== undefined,
      });
      process.send(FRAME.start, program.id, settings, JSON.stringify(payload));
    }
    this.running(graceMs);
  }

  /** True when the call waits and there is something for it to do. */
  canGoOn(): boolean {
    if (this.state !== "waiting" && this.state !== "parked") return false;
    return this.ending ? this.effectsInFlight === 0 || this.dropped : this.answers.length > 0;
  }

  /** Sends the process in which it waits what it waits for. */
  proceed(process: SandboxProcess, graceMs: number): void {
    if (this.ending) process.send(FRAME.abort, JSON.stringify(this.ending));
    else process.send(FRAME.answers, JSON.stringify(this.takeAnswers()));
    this.running(graceMs);
  }

  /** Asks the process to put the call away, if it only waits. @returns whether it does */
  park(process: SandboxProcess): boolean {
    if (this.state === "parking") return true;
    if (this.state !== "waiting" || this.canGoOn()) return false;
    this.state = "parking";
    process.send(FRAME.park);
    return true;
  }

  parked(pages: Buffer): void {
    this.state = "parked";
    this.pages = pages;
  }

  /** Takes what the prelude said. @returns whether the call is over */
  drained(drained: Drained): "ended" | "waiting" {
    if (drained.type === "end") {
      const { type: _type, ...result } = drained;
      this.finish(result);
      return "ended";
    }
    this.state = "waiting";
    this.handedOver.push(drained.steps);
    this.request.onSteps(drained.steps);
    for (const id of drained.dropped) this.dropWait(id);
    if (!this.ending) for (const effect of drained.effects) this.doEffect(effect);
    this.timeOut(this.remainingMs(), () => this.endWith(this.timeLimit()));
    return "waiting";
  }

  /** Ends the call before it began, or when nobody can ask the program any more. */
  fail(error: SandboxError): void {
    this.finish({
      end: "failed",
      output: null,
      error,
      handledFailures: 0,
      statements: 0,
      planned: [],
      steps: "[]",
    });
  }

  cancel(graceMs: number): void {
    const error: SandboxError = { code: "CANCELED", params: {}, message: "" };
    if (this.state === "queued") this.fail(error);
    else if (this.state !== "over") this.endWith(error);
    if (this.state === "running") this.timeOut(graceMs, () => this.events.onOverdue(this));
  }

  isIdle(): boolean {
    const isWaiting = this.state === "waiting" || this.state === "parking" || this.state === "parked";
    return isWaiting && this.answers.length === 0 && !this.ending;
  }

  drop(): void {
    if (!this.isIdle()) return;
    this.dropped = true;
    this.ending = { code: "CANCELED", params: {}, message: "" };
    if (this.state === "parked") this.fail(this.ending);
    else this.events.onReady(this);
  }

  /** @param mark the step it was at */
  broken({ code, message }: Broken, mark: Mark): void {
    const { memoryBytes } = this.request.limits;
    const params: Record<string, Json> =
      code === "MEMORY_LIMIT"
        ? { megabytes: memoryBytes / MB }
        : code === "INTERNAL"
          ? { reference: this.programId }
          : {};
    this.fail({ code, params, message, nodeId: this.nodeId(mark.node) });
  }

  /** Ends a call that is gone on with from the journal: its effects go on, and its waits are not given up. */
  lose(nodeId?: string): void {
    this.dropped = true;
    this.fail({ code: "WORKER_LOST", params: {}, message: "", nodeId });
  }

  /** @param mark the step it was at */
  processLost({ node, path, attempt }: Mark): void {
    if (this.state === "over") return;
    const overdue = this.remainingMs() <= 0;
    const nodeId = this.nodeId(node);
    if (!this.ending && !overdue) {
      this.lose(nodeId);
      return;
    }
    const error: SandboxError = this.ending ?? this.timeLimit();
    this.lossError = { failure: { ...error, nodeId }, nodeId, path, attempt };
    this.state = "lost";
    clearTimeout(this.timer);
    this.aborter.abort();
    this.settleLoss();
  }

  /** Takes the end that was found for a lost call. */
  end(result: SandboxResult): void {
    this.finish(result);
  }

  private settleLoss(): void {
    if (this.state !== "lost" || !this.lossError || this.effectsInFlight > 0) return;
    const { request, answered, unanswered, handedOver } = this;
    this.events.onLost(this, { request, stopAt: this.lossError, answered, unanswered, handedOver });
  }

  private doEffect({ id, ...effect }: EffectRequest & { id: number }): void {
    this.effectsInFlight++;
    const key = effectKey(effect);
    this.unanswered.add(key);
    const own = new AbortController();
    if (effect.kind === "wait") this.waits.set(id, own);
    const { timeLimitMs } = effect.policy ?? {};
    const timer =
      timeLimitMs === undefined
        ? undefined
        : setTimeout(() => own.abort(STEP_TIME_LIMIT), Math.min(timeLimitMs, LONGEST_TIMER_MS));
    if (timeLimitMs === 0) own.abort(STEP_TIME_LIMIT);
    const signal = AbortSignal.any([this.aborter.signal, own.signal]);
    void this.answerTo(effect, signal).then((given) => {
      this.effectsInFlight--;
      clearTimeout(timer);
      const isDropped = effect.kind === "wait" && !this.waits.delete(id);
      // What was done in spite of it is done.
      const isLate = signal.aborted && signal.reason === STEP_TIME_LIMIT && !given.ok;
      const answer: EffectAnswer = isLate ? { ok: false, error: STEP_TIME_LIMIT } : given;
      // After a loss the program gets no answer: in its replay it gets none either.
      if (!isDropped && this.state !== "lost") {
        this.unanswered.delete(key);
        this.answered.set(key, answer);
        this.answers.push({ id, ...answer });
      }
      if (this.state === "lost") this.settleLoss();
      else this.events.onReady(this);
    });
  }

  private async answerTo(effect: EffectRequest, signal: AbortSignal): Promise<EffectAnswer> {
    const { onEffect, onFunctionCall } = this.request;
    if (effect.ordinal !== FUNCTION_ORDINAL) return onEffect(effect, signal);
    return onFunctionCall?.(effect, signal) ?? { ok: true, value: null };
  }

  private dropWait(id: number): void {
    const wait = this.waits.get(id);
    this.waits.delete(id);
    wait?.abort();
  }

  private endWith(error: SandboxError): void {
    this.ending ??= error;
    this.aborter.abort();
    this.events.onReady(this);
  }

  private running(graceMs: number): void {
    this.state = "running";
    this.runningSince = performance.now();
    this.timeOut(this.remainingMs() + graceMs, () => this.events.onOverdue(this));
  }

  private finish(result: SandboxResult): void {
    if (this.state === "over") return;
    this.state = "over";
    clearTimeout(this.timer);
    if (!this.dropped) for (const id of [...this.waits.keys()]) this.dropWait(id);
    this.resolve(result);
  }

  private takeAnswers(): ({ id: number } & EffectAnswer)[] {
    return this.answers.splice(0);
  }

  private remainingMs(): number {
    const { limits, activeMsBefore = 0 } = this.request;
    return Math.max(0, this.startedAt + limits.activeTimeMs - activeMsBefore - Date.now());
  }

  private timeLimit(): SandboxError {
    return { code: "TIME_LIMIT", params: { seconds: this.request.limits.activeTimeMs / 1_000 }, message: "" };
  }

  private timeOut(ms: number, then: () => void): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(then, ms);
  }

  private nodeId(number: number): string | undefined {
    return Object.values(this.request.program.nodeIds)[number];
  }
}

const STEP_TIME_LIMIT: SandboxError = { code: "STEP_TIME_LIMIT", params: {}, message: "" };
/** Node fires timers that are set for longer at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;
const MB = 1_048_576;
