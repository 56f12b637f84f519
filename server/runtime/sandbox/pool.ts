import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Broken, FRAME, type Frame, type FrameKind } from "@/server/runtime/sandbox/frames";
import { type Drained, PooledCall } from "@/server/runtime/sandbox/pooled-call";
import { processCount } from "@/server/runtime/sandbox/process-count";
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

/** A pool of sandbox processes, kept warm from the first call (or `ready`) on. */
export function createSandbox(options: SandboxOptions): Sandbox {
  return new Pool(options);
}

class Pool implements Sandbox {
  private readonly assets: SandboxAssets;
  private readonly size: number;
  private readonly processes = new Map<SandboxProcess, PooledCall | null>();
  private readonly calls = new Set<PooledCall>();
  /** Calls that wait for a process: those that go on before those that begin. */
  private readonly resuming: PooledCall[] = [];
  private readonly starting: PooledCall[] = [];
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
    const { result, cancel } = this.run(TRIVIAL_CALL);
    const timer = setTimeout(cancel, READY_WITHIN_MS);
    const { end } = await result;
    clearTimeout(timer);
    return end === "returned";
  }

  stats(): SandboxStats {
    const ready = [...this.processes].filter(([process]) => process.ready);
    const busy = ready.filter(([, call]) => call !== null).length;
    const waiting = [...this.resuming, ...this.starting].filter((call) => !call.isOver()).length;
    return { processes: ready.length, busy, waiting, lost: this.lost };
  }

  async close(): Promise<void> {
    this.closed = true;
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
      this.enqueue(call, this.starting);
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
      else this.processes.set(process, null);
    } else if (kind === FRAME.parked) {
      this.processes.set(process, null);
      call.parked(Buffer.from(part));
      this.goOn(call);
    } else if (kind === FRAME.broken) {
      this.processes.set(process, null);
      call.broken(JSON.parse(String(part)) as Broken, process.markedStep());
    }
  }

  /** Sends a waiting call what it waits for, or brings it back first. */
  private goOn(call: PooledCall): void {
    if (!call.canGoOn()) return;
    const process = this.processOf(call);
    if (process) call.proceed(process, GRACE_MS);
    else if (call.isParked()) this.enqueue(call, this.resuming);
  }

  private enqueue(call: PooledCall, queue: PooledCall[]): void {
    queue.push(call);
    this.assign();
  }

  private assign(): void {
    for (;;) {
      const call = this.resuming[0] ?? this.starting[0];
      if (!call) return;
      const process = this.idleProcessFor(call);
      if (!process) {
        this.parkOne();
        return;
      }
      if (this.resuming.length > 0) this.resuming.shift();
      else this.starting.shift();
      if (call.isOver()) continue;
      this.processes.set(process, call);
      call.begin(process, GRACE_MS);
    }
  }

  private idleProcessFor(call: PooledCall): SandboxProcess | undefined {
    const idle = [...this.processes]
      .filter(([process, current]) => process.ready && !current)
      .map(([process]) => process);
    return idle.find((process) => process.hasProgram(call.programId)) ?? idle[0];
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

const TRIVIAL_CALL: SandboxCall = {
  program: { id: "ready", workspaceId: "", javascript: "async () => true", nodeIds: {}, timeZone: "UTC" },
  payload: null,
  seed: "",
  limits: {
    statementsPerCall: 1,
    statementsPerExecution: 1,
    steps: 1,
    activeTimeMs: 5_000,
    memoryBytes: 16 * 1_048_576,
    outputBytes: 1_024,
    logBytesPerStep: 1_024,
    hostCalls: 0,
    nestedCalls: 0,
    httpTimeMs: 0,
    httpResponseBytes: 0,
  },
  stopBeforeEffects: false,
  onEffect: async () => ({ ok: true, value: null }),
  onSteps: () => {},
};

function engineFiles(): (string | Uint8Array)[] {
  const { resolve } = createRequire(import.meta.url);
  const read = (name: string) => readFileSync(resolve(`quickjs-wasi/${name}`));
  const extensions = ["url", "encoding", "structured-clone"];
  return [read("quickjs.wasm"), ...extensions.flatMap((name) => [name, read(`${name}.so`)])];
}

/** Two lines: what is next, and the steps, whose JSON is kept as text. */
function readDrained(part: Buffer): Drained {
  const text = String(part);
  const lineEnd = text.indexOf("\n");
  return {
    ...(JSON.parse(text.slice(0, lineEnd)) as Omit<Drained, "steps">),
    steps: text.slice(lineEnd + 1),
  } as Drained;
}
