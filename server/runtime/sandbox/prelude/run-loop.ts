import type { Round, StepScope } from "@/core/compiler/abi";
import { call } from "@/server/runtime/sandbox/prelude/call-state";
import { cancelStep, settleFailed, settleSucceeded } from "@/server/runtime/sandbox/prelude/end-step";
import { type Failure, isFatal, LimitReached, refusal, toFailure } from "@/server/runtime/sandbox/prelude/failure";
import { type Crossed, cross, crossList, markCrossed } from "@/server/runtime/sandbox/prelude/json-border";
import { type RoundEnd, RunScope } from "@/server/runtime/sandbox/prelude/run-scope";
import type { Step } from "@/server/runtime/sandbox/prelude/step";

type Collect = ($s: StepScope) => unknown;
/** Runs the steps of one round. @returns what computes what the round gives */
export type RoundBody = (scope: RunScope, round: Round<unknown>) => Promise<Collect | undefined>;

/**
 * Runs the rounds of a loop's step.
 * @param of the loop's settings, not yet looked at
 * @returns a promise of what the program goes on with
 * @throws what is wrong with the settings
 */
export function runRounds(step: Step, of: ($s: StepScope) => unknown, body: RoundBody): Promise<unknown> {
  const { items, atOnce } = of(step.scope) as { items: unknown; atOnce?: unknown };
  if (!Array.isArray(items)) throw refusal("NOT_A_LIST", { given: kindOf(items) });
  const frozen = cross(items).value as unknown[];
  const most = typeof atOnce === "number" && atOnce >= 1 ? Math.min(Math.floor(atOnce), frozen.length) : 1;
  step.input = JSON.stringify({ items: frozen.length, atOnce: most });
  leave(step);
  return new Promise((resolve) => new Loop(step, frozen, most, body, resolve).advance());
}

class Loop {
  private next = 0;
  private running = 0;
  /** What the rounds gave. */
  private readonly gave: Crossed[] = [];
  private length = 0;
  /** The first round that ended the loop. */
  private brokeAt = Number.POSITIVE_INFINITY;
  private failure: Failure | null = null;
  private isAdvancing = false;

  constructor(
    private readonly step: Step,
    private readonly items: readonly unknown[],
    private readonly atOnce: number,
    private readonly body: RoundBody,
    private readonly goOn: (result: unknown) => void,
  ) {}

  /** Starts what rounds may start, and ends the loop after the last. A round that ends at once comes back here: no recursion. */
  advance(): void {
    if (this.isAdvancing) return;
    this.isAdvancing = true;
    while (this.running < this.atOnce && this.mayStart()) this.startRound(this.next++);
    this.isAdvancing = false;
    if (this.running === 0) this.finish();
  }

  private mayStart(): boolean {
    const { next, items, brokeAt, failure, step } = this;
    return next < items.length && next < brokeAt && !failure && !step.runScope.isOver();
  }

  private startRound(index: number): void {
    const { step, items } = this;
    this.running++;
    const scope = new RunScope({
      around: step.runScope,
      index,
      handled: step.attempted || step.runScope.handled,
      whenQuiet: (ending) => this.roundEnded(index, ending),
    });
    const round = Object.freeze({ item: items[index], index });
    markCrossed(round);
    this.body(scope, round).then(
      (collect) => this.collect(scope, collect),
      (thrown) => this.failRound(scope, thrown),
    );
  }

  private collect(scope: RunScope, collect: Collect | undefined): void {
    if (scope.isOver()) return;
    const { step } = this;
    try {
      let gave = NOTHING;
      if (collect) {
        step.enter();
        step.statementsAllowed = step.statements + call.limits.statementsPerCall;
        gave = cross(collect(step.scope));
        leave(step);
      }
      if (step.stopped) this.failRound(scope, null);
      else scope.end({ kind: "gave", gave });
    } catch (thrown) {
      this.failRound(scope, thrown);
    }
  }

  /** For what is the loop's own fault. */
  private failRound(scope: RunScope, thrown: unknown): void {
    const { step } = this;
    const failure = { ...(step.stopped ?? toFailure(thrown, step.part)), nodeId: step.nodeId };
    if (isFatal(failure)) settleFailed(step, failure);
    else scope.fail(failure);
  }

  private roundEnded(index: number, ending: RoundEnd): void {
    this.running--;
    if (ending.kind === "gave") this.keep(index, ending.gave);
    else if (ending.kind === "broke") this.brokeAt = Math.min(this.brokeAt, index);
    else if (ending.kind === "failed") this.failure ??= ending.failure;
    this.advance();
  }

  private keep(index: number, gave: Crossed): void {
    this.gave[index] = gave;
    this.length += gave.text.length + 1;
    if (this.length > call.limits.outputBytes) {
      this.failure ??= new LimitReached("OUTPUT_LIMIT", { megabytes: call.limits.outputBytes / 1_048_576 }).failure;
    }
  }

  private finish(): void {
    const { step, failure, gave, items, brokeAt, goOn } = this;
    // When the execution has ended, its end says what becomes of its steps.
    if (call.ended) return;
    if (step.runScope.isOver()) cancelStep(step);
    else if (failure) goOn(settleFailed(step, failure));
    else {
      const list = gave.slice(0, Math.min(items.length, brokeAt));
      goOn(settleSucceeded(step, () => crossList(list)));
    }
  }
}

const NOTHING: Crossed = { text: "null", value: null };

/** The loop's own code is done for now: the clock and randomness are no step's until one enters. */
function leave(step: Step): void {
  if (call.current === step) call.current = null;
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return "nothing";
  return value instanceof Date ? "date" : typeof value;
}
