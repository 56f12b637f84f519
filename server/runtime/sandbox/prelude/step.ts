import type { LineMeter, StepPolicy, StepScope } from "@/core/compiler/abi";
import { type StepPlace, writeMark } from "@/server/runtime/sandbox/mark";
import { call, sharedWithHost } from "@/server/runtime/sandbox/prelude/call-state";
import type { PendingEffect } from "@/server/runtime/sandbox/prelude/effects";
import type { Failure } from "@/server/runtime/sandbox/prelude/failure";
import { knownStep } from "@/server/runtime/sandbox/prelude/known-steps";
import { createRandom } from "@/server/runtime/sandbox/prelude/random";
import type { RunScope } from "@/server/runtime/sandbox/prelude/run-scope";
import { Scope } from "@/server/runtime/sandbox/prelude/step-scope";

/** Milliseconds since the call started; captured, because user code does not get it. */
const millisecondsSinceStart = performance.now.bind(performance);

const NO_COUNTS = new Int32Array(0);

/** What a step is started with. */
export interface StepStart {
  scope: RunScope;
  node: string;
  /** Has the node an *if it fails* line? */
  attempted: boolean;
  policy: StepPolicy;
  /** From 1. */
  attempt: number;
}

/** One execution of one node, while it runs. */
export class Step implements StepPlace {
  readonly nodeId: string;
  readonly path: string;
  readonly attempt: number;
  readonly ordinal: number;
  readonly runScope: RunScope;
  readonly attempted: boolean;
  readonly policy: StepPolicy;
  /** Does it stand around others, as a loop does? */
  isLoop = false;
  /** Tries once more after a failure that may pass; null when this was the last attempt. */
  tryAgain: ((failure: Failure) => unknown) | null = null;
  private readonly nodeNumber: number;
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
  /** Has an earlier process written it? */
  readonly isKnown: boolean;
  settled = false;
  /** For a condition: the way it took. */
  handle: string | undefined = undefined;
  readonly scope: StepScope;
  /** What the scope has made for its code so far. */
  readonly lent: { -readonly [Name in keyof StepScope]?: StepScope[Name] } = {};
  private random: (() => number) | null = null;

  constructor({ scope, node, attempted, policy, attempt }: StepStart) {
    this.nodeId = call.nodeIds[node] ?? node;
    this.nodeNumber = call.nodeNumbers[node] ?? -1;
    this.runScope = scope;
    this.path = scope.path;
    this.attempt = attempt;
    this.attempted = attempted;
    this.policy = policy;
    const before = knownStep(this);
    this.isKnown = before !== undefined;
    this.ordinal = before?.ordinal ?? call.stepsStarted++;
    this.statementsAllowed = call.limits.statementsPerCall;
    call.running.add(this);
    scope.stepStarted();
    this.mark();
    this.startedAt = millisecondsSinceStart();
    this.clock = before?.startedAt ?? Math.floor(call.startedAt + this.startedAt);
    this.enter();
    this.scope = new Scope(this);
  }

  /** Makes clock and randomness those of this step. */
  enter(): void {
    call.current = this;
    sharedWithHost[0] = this.clock;
    this.mark();
  }

  private mark(): void {
    writeMark(sharedWithHost, 1, this.nodeNumber, this.attempt, this.runScope.rounds);
  }

  nextRandom(): number {
    this.random ??= createRandom(`${call.seed}/${this.nodeId}/${this.path}`);
    return this.random();
  }

  /** Milliseconds since it first began, in this process or before it. */
  age(): number {
    return call.startedAt + millisecondsSinceStart() - this.clock;
  }

  /** Milliseconds, with fractions. */
  duration(): number {
    return millisecondsSinceStart() - this.startedAt;
  }
}
