import type { Json } from "@/core/values/json";
import { type Broken, FRAME } from "@/server/runtime/sandbox/frames";
import { effectKey, type LostCall } from "@/server/runtime/sandbox/replay-call";
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
  | { type: "effects"; effects: (EffectRequest & { id: number })[] }
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
  private effectsInFlight = 0;
  private answers: ({ id: number } & EffectAnswer)[] = [];
  private pages: Buffer | null = null;
  /** Set when the call is to be ended from outside. */
  private ending: SandboxError | null = null;
  private readonly aborter = new AbortController();
  private lossError: SandboxError | null = null;
  private readonly answered = new Map<string, EffectAnswer>();
  private readonly handedOver: string[] = [];
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly request: SandboxCall,
    private readonly events: CallEvents,
    /** For a replay: ends with this error where its node begins. */
    private readonly stopAt: SandboxError | null = null,
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

  isParked(): boolean {
    return this.state === "parked";
  }

  /** Starts or resumes the call in a process. */
  begin(process: SandboxProcess, graceMs: number): void {
    const { program, payload, seed, limits, stopBeforeEffects } = this.request;
    process.load(program);
    if (this.pages) {
      const settings = JSON.stringify({ limits, elapsedMs: Date.now() - this.startedAt });
      process.send(FRAME.resume, program.id, settings, this.pages, JSON.stringify(this.takeAnswers()));
      this.pages = null;
    } else {
      this.startedAt = Date.now();
      const settings = JSON.stringify({
        ...{ seed, startedAt: this.startedAt, limits, stopBeforeEffects },
        stopAt: this.stopAt,
      });
      process.send(FRAME.start, program.id, settings, JSON.stringify(payload));
    }
    this.running(graceMs);
  }

  /** True when the call waits and there is something for it to do. */
  canGoOn(): boolean {
    if (this.state !== "waiting" && this.state !== "parked") return false;
    return this.ending ? this.effectsInFlight === 0 : this.answers.length > 0;
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

  /** @param node the number of the node it was at */
  broken({ code, message }: Broken, node: number): void {
    const { memoryBytes } = this.request.limits;
    const params: Record<string, Json> =
      code === "MEMORY_LIMIT"
        ? { megabytes: memoryBytes / MB }
        : code === "INTERNAL"
          ? { reference: this.programId }
          : {};
    this.fail({ code, params, message, nodeId: this.nodeId(node) });
  }

  /** @param node the number of the node it was at */
  processLost(node: number): void {
    if (this.state === "over") return;
    const overdue = this.remainingMs() <= 0 ? this.timeLimit() : null;
    const error = this.ending ?? overdue ?? { code: "WORKER_LOST", params: {}, message: "" };
    this.lossError = { ...error, nodeId: this.nodeId(node) };
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
    const { request, answered, handedOver } = this;
    this.events.onLost(this, { request, error: this.lossError, answered, handedOver });
  }

  private doEffect({ id, ...effect }: EffectRequest & { id: number }): void {
    this.effectsInFlight++;
    void this.request.onEffect(effect, this.aborter.signal).then((answer) => {
      this.effectsInFlight--;
      this.answered.set(effectKey(effect), answer);
      this.answers.push({ id, ...answer });
      if (this.state === "lost") this.settleLoss();
      else this.events.onReady(this);
    });
  }

  private endWith(error: SandboxError): void {
    this.ending ??= error;
    this.aborter.abort();
    this.events.onReady(this);
  }

  private running(graceMs: number): void {
    this.state = "running";
    this.timeOut(this.remainingMs() + graceMs, () => this.events.onOverdue(this));
  }

  private finish(result: SandboxResult): void {
    if (this.state === "over") return;
    this.state = "over";
    clearTimeout(this.timer);
    this.resolve(result);
  }

  private takeAnswers(): ({ id: number } & EffectAnswer)[] {
    return this.answers.splice(0);
  }

  private remainingMs(): number {
    return Math.max(0, this.startedAt + this.request.limits.activeTimeMs - Date.now());
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

const MB = 1_048_576;
