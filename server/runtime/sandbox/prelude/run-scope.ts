import { call, end } from "@/server/runtime/sandbox/prelude/call-state";
import { dropWaits } from "@/server/runtime/sandbox/prelude/effects";
import { type Failure, isFatal } from "@/server/runtime/sandbox/prelude/failure";
import type { Crossed } from "@/server/runtime/sandbox/prelude/json-border";

/** How a round ended; the first end wins. `dropped`: the scope around it ended. */
export type RoundEnd =
  | { kind: "gave"; gave: Crossed }
  | { kind: "broke" }
  | { kind: "failed"; failure: Failure }
  | { kind: "dropped" };

interface RoundFacts {
  around: RunScope;
  index: number;
  /** Has a loop around it an *if it fails* line? */
  handled: boolean;
  /** Called once, when it has ended and none of its steps runs any more. */
  whenQuiet: (end: RoundEnd) => void;
}

/** What a `run` belongs to: the execution, or one round of a loop. */
export class RunScope {
  /** The indexes of the rounds around its steps, outermost first. */
  readonly rounds: readonly number[];
  /** The same, joined by ".". */
  readonly path: string;
  readonly handled: boolean;
  private stepsRunning = 0;
  /** The rounds of the loops that run in it. */
  private inside: Set<RunScope> | null = null;
  private ended: RoundEnd | null = null;
  private isQuiet = false;

  /** @param round null for the execution's own scope */
  constructor(private readonly round: RoundFacts | null) {
    this.rounds = round ? [...round.around.rounds, round.index] : [];
    this.path = this.rounds.join(".");
    this.handled = round?.handled ?? false;
    if (!round) return;
    round.around.inside ??= new Set();
    round.around.inside.add(this);
  }

  /** True once no step may start in it any more. */
  isOver(): boolean {
    return this.ended !== null || call.ended !== null;
  }

  isInside(other: RunScope): boolean {
    return this === other || (this.round?.around.isInside(other) ?? false);
  }

  /** Ends the round, unless it has ended; its running steps are awaited. Does nothing to the execution's scope. */
  end(ending: RoundEnd): void {
    if (!this.round || this.isOver()) return;
    this.ended = ending;
    for (const round of this.inside ?? []) round.end({ kind: "dropped" });
    dropWaits(this);
    this.settle();
  }

  /** Ends the round, or the execution, with a failure that nothing in it handles. */
  fail(failure: Failure): void {
    if (this.isOver()) return;
    if (this.round && !isFatal(failure)) this.end({ kind: "failed", failure });
    else end({ kind: "failed", failure });
  }

  stepStarted(): void {
    this.stepsRunning++;
  }

  /** Once for each step that started. */
  stepSettled(): void {
    this.stepsRunning--;
    this.settle();
  }

  private settle(): void {
    if (!this.round || !this.ended || this.stepsRunning > 0 || this.isQuiet) return;
    this.isQuiet = true;
    this.round.around.inside?.delete(this);
    this.round.whenQuiet(this.ended);
  }
}
