import { JSException, JSValueHandle, QuickJS, type Snapshot } from "quickjs-wasi";
import { createIntl } from "@/core/library/intl";
import { type Engine, programOptions } from "@/server/runtime/sandbox/child/engine";
import { IntlLine } from "@/server/runtime/sandbox/child/intl-line";
import { memoryPages, putPagesBack } from "@/server/runtime/sandbox/child/memory-pages";
import { WorldClock } from "@/server/runtime/sandbox/child/world-clock";
import { zoneOffset } from "@/server/runtime/sandbox/child/zone-offset";
import type { SandboxError } from "@/server/runtime/sandbox/sandbox";

export interface WorldSettings {
  limits: { activeTimeMs: number; memoryBytes: number };
  /** How long the call has been going on; 0 for a new one. */
  elapsedMs: number;
}

/**
 * A world with one program in it, ready to be called. Before each call the memory that is in use is put back byte for byte to
 * what it was when prelude and program had just been loaded, so no call sees a trace of another.
 */
export class ProgramWorld {
  private interrupted = false;
  private isClean = true;
  private deadline = Number.POSITIVE_INFINITY;
  private settings: WorldSettings["limits"] = { activeTimeMs: 0, memoryBytes: 0 };

  private constructor(
    private vm: QuickJS,
    private readonly create: (from: Snapshot) => Promise<QuickJS>,
    private readonly image: Snapshot,
    private readonly entries: Record<"start" | "deliver" | "abort" | "drain" | "undefined", number>,
    readonly clock: WorldClock,
    private readonly intl: IntlLine,
  ) {}

  /**
   * @param program as in `SandboxProgram`
   * @throws Error with the engine's message when the program cannot be loaded
   */
  static async load(
    engine: Engine,
    program: { javascript: string; nodeIds: string; timeZone: string },
  ): Promise<ProgramWorld> {
    const clock = new WorldClock();
    let world: ProgramWorld | undefined;
    const options = programOptions(engine, {
      wasi: clock.wasi,
      interruptHandler: () => world?.isOverdue() ?? false,
      timezoneOffset: zoneOffset(program.timeZone),
    });
    const vm = await QuickJS.create(options);
    const prelude = vm.evalBytecode(engine.prelude);
    clock.attach(vm, prelude.getProp("sharedWithHost"));
    const intl = new IntlLine(createIntl(program.timeZone));
    vm.callFunction(prelude.getProp("connectIntl"), vm.undefined, intl.open(vm));
    const main = vm.evalBytecode(engine.compile(program.javascript, "program"));
    vm.callFunction(prelude.getProp("attach"), vm.undefined, main, vm.newString(program.nodeIds));
    const entry = (name: string) => vm.exportHandle(prelude.getProp(name));
    const entries = {
      start: entry("start"),
      deliver: entry("deliver"),
      abort: entry("abort"),
      drain: entry("drain"),
      undefined: vm.exportHandle(vm.undefined),
    };
    vm.runGC();
    const restore = (from: Snapshot) => QuickJS.restore(from, options);
    world = new ProgramWorld(vm, restore, vm.snapshot(), entries, clock, intl);
    return world;
  }

  /** Makes the world as new. */
  async reset(): Promise<void> {
    const memory = this.vm["exports"].memory;
    const { memory: image, stackPointer } = this.image;
    if (this.isClean && memory.buffer.byteLength <= image.byteLength + MOST_GROWN_BYTES) {
      // The stack lies first in memory and grows down: what is below its pointer is dead, and half of all there is.
      new Uint8Array(memory.buffer, stackPointer).set(image.subarray(stackPointer));
      // The allocator of the image knows nothing of what was added since: it asks for more when it needs some.
      new Uint8Array(memory.buffer, image.byteLength).fill(0);
      this.vm["exports"].__stack_pointer.value = this.image.stackPointer;
      this.intl.forget();
    } else {
      // Memory cannot shrink, and what was interrupted may have left anything: such a world is thrown away in the end.
      this.vm = await this.create(this.image);
      this.intl.reopen(this.vm);
      this.isClean = true;
    }
  }

  /** Starts a call in a world that was just reset. @returns what `drain` gave */
  start(settings: WorldSettings, settingsText: string, payload: string): string {
    this.limit(settings);
    return this.advance(() => this.call("start", settingsText, payload));
  }

  /** @returns what `drain` gave */
  answer(answers: string): string {
    return this.advance(() => this.call("deliver", answers));
  }

  /** Ends the call. @returns what `drain` gave */
  abort(failure: SandboxError): string {
    this.isClean = false;
    this.deadline = performance.now() + FAREWELL_MS;
    this.interrupted = false;
    this.vm["exports"].qjs_set_memory_limit(this.settings.memoryBytes + FAREWELL_BYTES);
    this.call("abort", JSON.stringify(failure));
    return this.call("drain");
  }

  /** @returns what makes this world differ from a new one */
  pages(): Uint8Array {
    return memoryPages(this.vm["exports"].memory, this.image.memory);
  }

  /** Turns a world that was just reset into the one these pages were taken from. */
  putBack(pages: Uint8Array, settings: WorldSettings): void {
    putPagesBack(this.vm["exports"].memory, pages);
    this.limit(settings);
  }

  private limit({ limits, elapsedMs }: WorldSettings): void {
    this.settings = limits;
    this.clock.startedAt = performance.now() - elapsedMs;
    this.deadline = this.clock.startedAt + limits.activeTimeMs;
    this.interrupted = false;
    this.vm["exports"].qjs_set_memory_limit(limits.memoryBytes);
  }

  private isOverdue(): boolean {
    if (performance.now() <= this.deadline) return false;
    this.interrupted = true;
    return true;
  }

  /** Runs code until none is left to run, and asks the prelude what is next. */
  private advance(enter: () => void): string {
    try {
      enter();
      for (;;) {
        this.runJobs();
        if (this.interrupted) return this.abort(this.timeLimit(""));
        const drained = this.call("drain");
        if (drained !== "") return drained;
      }
    } catch (thrown) {
      if (!(thrown instanceof JSException)) throw thrown;
      const { message, stack = "" } = thrown;
      if (this.interrupted) return this.abort(this.timeLimit(stack));
      if (message.includes("out of memory")) {
        return this.abort({ code: "MEMORY_LIMIT", params: { megabytes: this.settings.memoryBytes / MB }, message });
      }
      throw thrown;
    }
  }

  /** One by one, so that nothing runs on after an interrupt. */
  private runJobs(): void {
    const exports = this.vm["exports"];
    while (!this.interrupted && exports.qjs_is_job_pending()) {
      if (exports.qjs_execute_pending_job() < 0) throw new JSException(this.vm["getException"]());
    }
  }

  private timeLimit(stack: string): SandboxError {
    const lines = [...stack.matchAll(/\bprogram:(\d+)/g)].slice(0, 8).map((match) => Number(match[1]));
    return { code: "TIME_LIMIT", params: { seconds: this.settings.activeTimeMs / 1_000 }, message: "", lines };
  }

  private call(entry: "start" | "deliver" | "abort" | "drain", ...texts: string[]): string {
    const handle = (token: number) => new JSValueHandle(this.vm, token, false, true);
    const values = texts.map((text) => this.vm.newString(text));
    const result = this.vm.callFunction(handle(this.entries[entry]), handle(this.entries.undefined), ...values);
    for (const value of values) value.dispose();
    return result.consume((value) => value.toString());
  }
}

const MB = 1_048_576;
/** How much larger than its image a world may have become; making a new one costs as much as many resets. */
const MOST_GROWN_BYTES = 16 * MB;
/** What the prelude may still use to say how a call ended. */
const FAREWELL_MS = 2_000;
const FAREWELL_BYTES = 32 * MB;
