import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readSync, rmSync } from "node:fs";
import { constants, setPriority, tmpdir } from "node:os";
import { join } from "node:path";
import { encodeFrame, FRAME, type Frame, type FrameKind, FrameReader } from "@/server/runtime/sandbox/frames";
import { MARK_LENGTH, type Mark, readMark } from "@/server/runtime/sandbox/mark";
import type { SandboxProgram } from "@/server/runtime/sandbox/sandbox";
import type { SandboxCommand } from "@/server/runtime/sandbox/sandbox-command";

/** What a process is started with. */
export interface SandboxAssets {
  command: SandboxCommand;
  /** The child's code. */
  source: string;
  /** quickjs.wasm, then each extension's name and wasm. */
  engine: (string | Uint8Array)[];
}

export interface ProcessEvents {
  onFrame(process: SandboxProcess, frame: Frame): void;
  /** Once, when the process is gone, whatever the reason. */
  onExit(process: SandboxProcess): void;
}

/** The most programs one process keeps loaded: each holds about 4 MB. */
const MAX_PROGRAMS = 16;

/** One sandbox process as its parent sees it. */
export class SandboxProcess {
  /** False until it has said so, and again once it is to be replaced. */
  ready = false;
  /** Has it ever been ready? One that has not is not replaced at once. */
  hasStarted = false;
  private readonly child: ChildProcess;
  private readonly folder: string;
  private readonly mark: number;
  /** Ids of loaded programs, the one used longest ago first. */
  private readonly programs = new Set<string>();
  private gone = false;
  private isYielding = false;

  constructor(assets: SandboxAssets, events: ProcessEvents) {
    this.folder = mkdtempSync(join(tmpdir(), "millrace-sandbox-"));
    this.mark = openMark();
    const { file, args } = assets.command;
    this.child = spawn(file, args, {
      cwd: this.folder,
      env: NO_ENVIRONMENT,
      stdio: ["pipe", "pipe", "inherit", this.mark],
      detached: true,
    });
    const reader = new FrameReader();
    this.child.stdout?.on("data", (chunk: Buffer) => {
      try {
        for (const frame of reader.push(chunk)) events.onFrame(this, frame);
      } catch {
        this.kill();
      }
    });
    this.child.stdin?.on("error", () => this.kill());
    this.child.once("error", () => this.exit(events));
    this.child.once("exit", () => this.exit(events));
    const source = Buffer.from(assets.source);
    const length = Buffer.alloc(4);
    length.writeUInt32LE(source.length);
    this.child.stdin?.write(Buffer.concat([length, source, encodeFrame(FRAME.init, ...assets.engine)]));
  }

  send(kind: FrameKind, ...parts: (string | Uint8Array)[]): void {
    this.child.stdin?.write(encodeFrame(kind, ...parts));
  }

  hasProgram(id: string): boolean {
    return this.programs.has(id);
  }

  /** Makes sure a program is loaded; forgets the one used longest ago when there are too many. */
  load({ id, javascript, nodeIds, timeZone }: SandboxProgram): void {
    if (this.programs.delete(id)) {
      this.programs.add(id);
      return;
    }
    const [oldest] = this.programs;
    if (this.programs.size >= MAX_PROGRAMS && oldest !== undefined) {
      this.programs.delete(oldest);
      this.send(FRAME.unload, oldest);
    }
    this.programs.add(id);
    this.send(FRAME.load, id, javascript, JSON.stringify(nodeIds), timeZone);
  }

  /** @returns the step that ran last */
  markedStep(): Mark {
    const bytes = Buffer.alloc(MARK_LENGTH * 8);
    return readMark(bytes.subarray(0, readSync(this.mark, bytes, 0, bytes.length, 0)));
  }

  /** Leaves the processor to others, as far as they want it. */
  yieldToOthers(): void {
    if (this.isYielding || this.child.pid === undefined) return;
    this.isYielding = true;
    setNice(this.child.pid, LOW);
  }

  /** Ends that. Where the system does not allow it the process ends, and another takes its place. */
  hurry(): void {
    if (!this.isYielding || this.child.pid === undefined) return;
    this.isYielding = false;
    if (!setNice(this.child.pid, NORMAL)) this.kill();
  }

  /** Ends the process for good: it may sit in a loop that nothing inside can stop. */
  kill(): void {
    this.ready = false;
    this.child.kill("SIGKILL");
  }

  private exit(events: ProcessEvents): void {
    if (this.gone) return;
    this.gone = true;
    this.ready = false;
    events.onExit(this);
    closeSync(this.mark);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const { PRIORITY_LOW: LOW, PRIORITY_NORMAL: NORMAL } = constants.priority;

function setNice(pid: number, priority: number): boolean {
  try {
    setPriority(pid, priority);
    return true;
  } catch {
    return false;
  }
}

// Next declares NODE_ENV as always there.
const NO_ENVIRONMENT = {} as NodeJS.ProcessEnv;

/** A file without a name, shared with the child: it outlives the child and tells where it was. */
function openMark(): number {
  const folder = mkdtempSync(join(tmpdir(), "millrace-mark-"));
  const file = openSync(join(folder, "node"), "w+");
  rmSync(folder, { recursive: true, force: true });
  return file;
}
