import type { LineMeter, StepScope } from "@/core/compiler/abi";
import { call, sharedWithHost } from "@/server/runtime/sandbox/prelude/call-state";
import type { PendingEffect } from "@/server/runtime/sandbox/prelude/effects";
import type { Failure } from "@/server/runtime/sandbox/prelude/failure";
import { createRandom } from "@/server/runtime/sandbox/prelude/random";
import { Scope } from "@/server/runtime/sandbox/prelude/step-scope";

/** Milliseconds since the call started; captured, because user code does not get it. */
const millisecondsSinceStart = performance.now.bind(performance);

const NO_COUNTS = new Int32Array(0);

/** One execution of one node, while it runs. */
export class Step {
  readonly node: string;
  readonly nodeId: string;
  readonly ordinal: number;
  /** Has the node an *if it fails* line? */
  readonly attempted: boolean;
  /** Milliseconds since the epoch; what `Date` shows to the step's code. */
  readonly clock: number;
  private readonly startedAt: number;
  /** Decides whether a failure is one of a formula or of code. */
  part: "formula" | "code" = "formula";
  statements = 0;
  statementsAllowed: number;
  /** Where the places of its counts stand; null for a step without code of the user's. */
  meter: LineMeter | null = null;
  /** Statements by place. A write beside it is none. */
  counts: Int32Array = NO_COUNTS;
  /** Set when a limit was reached: no code can talk its way out of it. */
  stopped: Failure | null = null;
  /** JSON text. */
  input = "null";
  log: string[] = [];
  logBytes = 0;
  effectsStarted = 0;
  /** Effects without a delivered result, in the order of their calls. */
  pending: PendingEffect[] = [];
  /** Called when the last pending effect is delivered. */
  whenIdle: (() => void) | null = null;
  announced = false;
  settled = false;
  /** For a condition: the way it took. */
  handle: string | undefined = undefined;
  readonly scope: StepScope;
  /** What the scope has made for its code so far. */
  readonly lent: { -readonly [Name in keyof StepScope]?: StepScope[Name] } = {};
  private random: (() => number) | null = null;

  constructor(node: string, attempted: boolean) {
    this.node = node;
    this.nodeId = call.nodeIds[node] ?? node;
    this.attempted = attempted;
    this.ordinal = call.stepsStarted++;
    this.statementsAllowed = call.limits.statementsPerCall;
    call.running.add(this);
    sharedWithHost[1] = call.nodeNumbers[node] ?? -1;
    this.startedAt = millisecondsSinceStart();
    this.clock = Math.floor(call.startedAt + this.startedAt);
    this.enter();
    this.scope = new Scope(this);
  }

  /** Makes clock and randomness those of this step. */
  enter(): void {
    call.current = this;
    sharedWithHost[0] = this.clock;
    sharedWithHost[1] = call.nodeNumbers[this.node] ?? -1;
  }

  nextRandom(): number {
    this.random ??= createRandom(`${call.seed}/${this.nodeId}/`);
    return this.random();
  }

  /** Milliseconds, with fractions. */
  duration(): number {
    return millisecondsSinceStart() - this.startedAt;
  }
}
