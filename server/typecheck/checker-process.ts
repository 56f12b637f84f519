import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { findSandboxCommand, type SandboxCommand } from "@/server/runtime/sandbox/sandbox-command";
import { checkerAssets } from "@/server/typecheck/checker-assets";
import { type Answer, type Answered, type Asked, type Question, READY } from "@/server/typecheck/protocol";

let command: SandboxCommand | undefined;

/**
 * One checker process as its parent sees it. It is started as a sandbox process is: it reads no file, its memory is
 * capped, and it ends with its parent.
 */
export class CheckerProcess {
  private readonly child: ChildProcess;
  private readonly folder = mkdtempSync(join(tmpdir(), "millrace-typecheck-"));
  private asked: { id: number; done: (answer: Answer | null) => void } | null = null;
  private lastId = 0;

  /** True once it has read what it was started with. */
  ready = false;

  constructor(
    source: string,
    private readonly events: {
      onReady(): void;
      /** Once, when the process is gone, whatever the reason. */
      onExit(): void;
    },
  ) {
    command ??= findSandboxCommand();
    this.child = spawn(command.file, command.args, {
      cwd: this.folder,
      env: {} as NodeJS.ProcessEnv,
      stdio: ["pipe", "pipe", "inherit"],
      detached: true,
    });
    let gone = false;
    const exit = () => {
      if (gone) return;
      gone = true;
      rmSync(this.folder, { recursive: true, force: true });
      events.onExit();
    };
    this.child.once("error", exit);
    this.child.once("exit", exit);
    this.child.stdin?.on("error", () => this.kill());
    createInterface({ input: this.child.stdout! }).on("line", (line) => this.answered(line));
    const code = Buffer.from(source);
    const length = Buffer.alloc(4);
    length.writeUInt32LE(code.length);
    this.child.stdin?.write(Buffer.concat([length, code]));
    this.child.stdin?.write(`${JSON.stringify(checkerAssets())}\n`);
  }

  /** Asks one question; the next one may come when this one is answered. */
  ask(question: Question, done: (answer: Answer | null) => void): void {
    this.lastId += 1;
    this.asked = { id: this.lastId, done };
    this.child.stdin?.write(`${JSON.stringify({ id: this.lastId, question } satisfies Asked)}\n`);
  }

  /** Ends the process for good. What it had written by then is nobody's answer any more. */
  kill(): void {
    this.asked = null;
    this.child.kill("SIGKILL");
  }

  /** @returns the id of the process */
  get pid(): number | undefined {
    return this.child.pid;
  }

  private answered(line: string): void {
    const { asked } = this;
    try {
      const { id, answer } = JSON.parse(line) as Answered;
      if (id === READY.id) {
        this.ready = true;
        this.events.onReady();
      }
      if (asked?.id !== id) return;
      this.asked = null;
      asked.done(answer);
    } catch {
      this.kill();
    }
  }
}
