import { CallQueue, type ProgramLoad } from "@/server/runtime/sandbox/call-queue";
import { engineFiles } from "@/server/runtime/sandbox/engine-files";
import { type Broken, FRAME, type Frame, type FrameKind } from "@/server/runtime/sandbox/frames";
import { PooledCall } from "@/server/runtime/sandbox/pooled-call";
import { processCount } from "@/server/runtime/sandbox/process-count";
import { readDrained } from "@/server/runtime/sandbox/read-drained";
import { READY_CALL } from "@/server/runtime/sandbox/ready-call";
import { type LostCall, replayLostCall, type StopAt } from "@/server/runtime/sandbox/replay-call";
import type { Sandbox, SandboxCall, SandboxRun, SandboxStats } from "@/server/runtime/sandbox/sandbox";
import { findSandboxCommand } from "@/server/runtime/sandbox/sandbox-command";
import { type SandboxAssets, SandboxProcess } from "@/server/runtime/sandbox/sandbox-process";

export interface SandboxOptions {
  /** What `scripts/bundle-sandbox.mjs` made. */
  childSource: string;
  /** Processes kept warm; one for each core, and at least two, unless told. */
  size?: number;
}

/** How long a process may take beyond a call's time before it is killed. */
const GRACE_MS = 1_000;
/** Pause before a process that died while starting is started again. */
const RESTART_MS = 500;

const READY_WITHIN_MS = 5_000;
/** What runs longer than this is not waited for by others, if it can be helped. */
const SLOW_MS = 250;
/** What runs longer than this in one go gives way to everything else on the machine. */
const VERY_SLOW_MS = 1_000;
/** The most processes beyond the pool's size, while calls wait behind slow ones. */
const MOST_SPARE = 4;
/** How long such a process stays when nobody needs it. */
const RETIRE_AFTER_MS = 10_000;

/** A pool of sandbox processes, kept warm from the first call (or `ready`) on. */
export function createSandbox(options: SandboxOptions): Sandbox {
  return new Pool(options);
}

class Pool implements Sandbox {
  private readonly assets: SandboxAssets;
  private readonly size: number;
  private readonly processes = new Map<SandboxProcess, PooledCall | null>();
  private readonly calls = new Set<PooledCall>();
  private readonly queue = new CallQueue();
  /** Set while calls wait behind others that run. */
  private watch: NodeJS.Timeout | undefined;
  /** Set while there are more processes than the pool's size. */
  private retiring: NodeJS.Timeout | undefined;
  /** Processes start with the first call. */
  private hasRun = false;
  private lost = 0;
  private closed = false;

  constructor({ childSource, size }: SandboxOptions) {
    this.assets = { command: findSandboxCommand(), source: childSource, engine: engineFiles() };
    this.size = size ?? processCount();
  }

  run(request: SandboxCall): SandboxRun {
    const call = this.start(request, null);
    return {
      result: call.result,
      cancel: () => this.cancel(call),
      isIdle: () => call.isIdle(),
      drop: () => call.drop(),
    };
  }

  async ready(): Promise<boolean> {
    const { result, cancel } = this.run(READY_CALL);
    const timer = setTimeout(cancel, READY_WITHIN_MS);
    const { end } = await result;
    clearTimeout(timer);
    return end === "returned";
  }

  stats(): SandboxStats {
    const ready = [...this.processes].filter(([process]) => process.ready);
    const busy = ready.filter(([, call]) => call !== null).length;
    return { processes: ready.length, busy, waiting: this.queue.length, lost: this.lost };
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.watch);
    for (const call of this.calls) call.lose();
    for (const process of [...this.processes.keys()]) process.kill();
  }

  private start(request: SandboxCall, stopAt: StopAt | null): PooledCall {
    const events = {
      onReady: (ready: PooledCall) => this.goOn(ready),
      onOverdue: (overdue: PooledCall) => this.processOf(overdue)?.kill(),
      onLost: (call: PooledCall, lost: LostCall) => void this.endLost(call, lost),
    };
    const call = new PooledCall(request, events, stopAt);
    this.calls.add(call);
    void call.result.then(() => this.calls.delete(call));
    if (this.closed) call.fail({ code: "UNAVAILABLE", params: {}, message: "" });
    else {
      if (!this.hasRun) for (let process = 0; process < this.size; process++) this.startProcess();
      this.hasRun = true;
      this.enqueue(call, "starting");
    }
    return call;
  }

  /** A replay that is killed too is not replayed again. */
  private async endLost(call: PooledCall, lost: LostCall): Promise<void> {
    const { failure: error } = lost.stopAt;
    if (this.closed || call.isReplay || !error.nodeId) call.fail(error);
    else call.end(await replayLostCall(lost, (request, stopAt) => this.start(request, stopAt).result));
  }

  /** Tried again for as long as it cannot start: a full disk or no file handles must not end the server. */
  private startProcess(): void {
    if (this.closed) return;
    try {
      const process = new SandboxProcess(this.assets, {
        onFrame: (from, frame) => this.onFrame(from, frame),
        onExit: (gone) => this.onExit(gone),
      });
      this.processes.set(process, null);
    } catch {
      this.startProcessLater();
    }
  }

  private startProcessLater(): void {
    setTimeout(() => this.startProcess(), RESTART_MS).unref();
  }

  private onExit(process: SandboxProcess): void {
    const call = this.processes.get(process);
    const hadStarted = process.hasStarted;
    this.processes.delete(process);
    if (call && !this.closed) this.lost += 1;
    call?.processLost(process.markedStep());
    if (this.processes.size >= this.size) return;
    if (hadStarted) this.startProcess();
    else this.startProcessLater();
  }

  private onFrame(process: SandboxProcess, { kind, parts: [part] }: Frame): void {
    const call = this.processes.get(process);
    if (kind === FRAME.ready) {
      process.ready = true;
      process.hasStarted = true;
    } else if (call) this.onCallFrame(process, call, kind, part ?? Buffer.alloc(0));
    else process.kill();
    this.assign();
  }

  private onCallFrame(process: SandboxProcess, call: PooledCall, kind: FrameKind, part: Buffer): void {
    if (kind === FRAME.drained) {
      if (call.drained(readDrained(part)) === "waiting") this.goOn(call);
      else this.free(process);
    } else if (kind === FRAME.parked) {
      this.free(process);
      call.parked(Buffer.from(part));
      this.goOn(call);
    } else if (kind === FRAME.broken) {
      this.free(process);
      call.broken(JSON.parse(String(part)) as Broken, process.markedStep());
    }
  }

  /** Sends a waiting call what it waits for, or brings it back first. */
  private goOn(call: PooledCall): void {
    if (!call.canGoOn()) return;
    const process = this.processOf(call);
    if (process) call.proceed(process, GRACE_MS);
    else if (call.isParked()) this.enqueue(call, "resuming");
  }

  private free(process: SandboxProcess): void {
    this.processes.set(process, null);
    process.hurry();
    if (this.processes.size > this.size) this.retiring ??= setTimeout(() => this.retire(), RETIRE_AFTER_MS).unref();
  }

  private enqueue(call: PooledCall, kind: "resuming" | "starting"): void {
    this.queue.add(call, kind);
    this.assign();
  }

  private assign(): void {
    for (;;) {
      const idle = [...this.processes].flatMap(([process, call]) => (process.ready && !call ? [process] : []));
      if (idle.length === 0) break;
      const call = this.queue.take(this.loadOf, this.mayRun());
      if (!call) break;
      const process = idle.find((each) => each.hasProgram(call.programId)) ?? idle[0]!;
      this.processes.set(process, call);
      call.begin(process, GRACE_MS);
    }
    if (this.queue.length === 0) return;
    this.parkOne();
    this.watch ??= setTimeout(() => this.helpThoseWhoWait(), SLOW_MS).unref();
  }

  /** Beyond the pool's size, a program may only begin a call while none of its calls takes long. */
  private mayRun(): (load: ProgramLoad) => boolean {
    const running = [...this.processes.values()].filter((call) => call?.isRunning()).length;
    return running < this.size ? () => true : ({ slow }) => slow === 0;
  }

  private readonly loadOf = (programId: string): ProgramLoad => {
    const running = [...this.processes.values()].filter((call) => call?.programId === programId && call.isRunning());
    return { running: running.length, slow: running.filter((call) => (call?.runsForMs() ?? 0) >= SLOW_MS).length };
  };

  /**
   * Calls that take long go on with less of the machine, and those that wait behind nothing but such get another process:
   * whoever never ends costs the others little.
   */
  private helpThoseWhoWait(): void {
    this.watch = undefined;
    if (this.closed || this.queue.length === 0) return;
    for (const [process, call] of this.processes) if ((call?.runsForMs() ?? 0) >= VERY_SLOW_MS) process.yieldToOthers();
    const allSlow = [...this.processes.values()].every((call) => (call?.runsForMs() ?? 0) >= SLOW_MS);
    const helps = this.queue.has(this.loadOf, ({ slow }) => slow === 0);
    if (allSlow && helps && this.processes.size < this.size + MOST_SPARE) this.startProcess();
    this.assign();
  }

  private retire(): void {
    this.retiring = undefined;
    if (this.processes.size <= this.size || this.queue.length > 0) return;
    for (const [process, call] of this.processes) {
      if (process.ready && !call) {
        process.kill();
        return;
      }
    }
  }

  /** A call that only waits gives its process to one that can run. */
  private parkOne(): void {
    for (const [process, call] of this.processes) {
      if (call?.park(process)) return;
    }
  }

  private cancel(call: PooledCall): void {
    call.cancel(GRACE_MS);
    this.goOn(call);
  }

  private processOf(call: PooledCall): SandboxProcess | undefined {
    for (const [process, current] of this.processes) if (current === call) return process;
    return undefined;
  }
}
