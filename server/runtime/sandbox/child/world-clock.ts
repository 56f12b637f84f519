import type { JSValueHandle, QuickJS } from "quickjs-wasi";
import { markStep } from "@/server/runtime/sandbox/child/parent-pipe";
import { MARK_LENGTH } from "@/server/runtime/sandbox/mark";

const REAL_TIME = 0;
const SUCCESS = 0;

/**
 * The clock of a world. Real time, which user code reads through `Date`, is what the prelude wrote into the memory it
 * shares: the clock of the step. Monotonic time is the prelude's alone and counts from the start of the call.
 */
export class WorldClock {
  /** On this process's `performance.now()`. */
  startedAt = 0;
  private sharedAt = 0;
  /** What the parent can read. */
  private readonly marked = Buffer.alloc(MARK_LENGTH * 8);

  /** Overrides for the world's system interface. */
  readonly wasi = (memory: WebAssembly.Memory) => ({
    clock_time_get: (clock: number, _precision: bigint, resultAt: number) => {
      const view = new DataView(memory.buffer);
      const ms = clock === REAL_TIME ? this.stepClock(view) : this.sinceStart(view);
      view.setBigUint64(resultAt, BigInt(Math.max(0, Math.round(ms * 1e6))), true);
      return SUCCESS;
    },
    // Hash seeds and the like: the same in every world, for a replay to be exact.
    random_get: (at: number, length: number) => {
      new Uint8Array(memory.buffer, at, length).fill(0);
      return SUCCESS;
    },
  });

  /** @param shared the prelude's Float64Array */
  attach(vm: QuickJS, shared: JSValueHandle): void {
    const exports = vm["exports"];
    const scratch = exports.wasm_malloc(16);
    const buffer = exports.qjs_get_typed_array_buffer(shared.ptr, scratch, scratch + 4, scratch + 8);
    this.sharedAt = exports.qjs_get_array_buffer(buffer, scratch + 12);
    exports.qjs_free_value(buffer);
    exports.wasm_free(scratch);
  }

  private stepClock(view: DataView): number {
    return this.sharedAt === 0 ? 0 : view.getFloat64(this.sharedAt, true);
  }

  /** The prelude asks at the start and the end of each step: the moment to note which step it is at. */
  private sinceStart(view: DataView): number {
    if (this.sharedAt === 0) return 0;
    const mark = new Uint8Array(view.buffer, this.sharedAt + 8, this.marked.length);
    if (this.marked.compare(mark) !== 0) {
      this.marked.set(mark);
      markStep(this.marked);
    }
    return performance.now() - this.startedAt;
  }
}
