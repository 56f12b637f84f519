import type { JournalStep } from "@/core/execution/journal";
import { packRounds, type StepRow, unpackRounds } from "@/core/execution/packed-rounds";
import { mergeSteps } from "@/server/runtime/journal/merge-steps";
import type {
  EffectAnswer,
  FunctionAsk,
  SandboxCall,
  SandboxError,
  SandboxResult,
} from "@/server/runtime/sandbox/sandbox";

/** Why a call was killed, and the step it was at. */
export interface StopAt {
  failure: SandboxError;
  nodeId: string | undefined;
  /** As much of it as a mark holds. */
  path: string;
  attempt: number;
}

/** What is known of a call whose process had to be killed. */
export interface LostCall {
  request: SandboxCall;
  stopAt: StopAt;
  /** What its effects were answered, by `effectKey`. */
  answered: ReadonlyMap<string, EffectAnswer>;
  /** The keys of those that were in flight. */
  unanswered: ReadonlySet<string>;
  /** JSON texts of the steps it had handed over. */
  handedOver: readonly string[];
}

/** @returns what tells effects of one call apart */
export const effectKey = ({ nodeId, path, attempt, ordinal }: FunctionAsk): string =>
  `${nodeId}/${path}/${attempt}/${ordinal}`;

/**
 * A killed process takes the steps since its last effect with it. They are computed again, which does nothing outside:
 * effects get the answers they had, and the call ends where the step begins that it was killed at.
 *
 * @param replay runs a call that ends with the given failure where the given step begins
 * @returns how the call ended, with its steps; without them where the replay came to no such end
 */
export async function replayLostCall(
  { request, stopAt, answered, unanswered, handedOver }: LostCall,
  replay: (request: SandboxCall, stopAt: StopAt) => Promise<SandboxResult>,
): Promise<SandboxResult> {
  const { failure: error } = stopAt;
  const steps: string[] = [];
  const again = async (asked: FunctionAsk, signal: AbortSignal): Promise<EffectAnswer> => {
    const key = effectKey(asked);
    if (unanswered.has(key)) await aborted(signal);
    return answered.get(key) ?? { ok: false, error };
  };
  const result = await replay(
    {
      ...request,
      onEffect: again,
      onFunctionCall: request.onFunctionCall && again,
      onSteps: (text) => steps.push(text),
    },
    stopAt,
  );
  if (result.error?.code !== error.code || result.error.nodeId !== error.nodeId)
    return { ...result, ...unknown(error) };
  return { ...result, steps: withoutEnded(mergeSteps([...steps, result.steps]), handedOverSteps(handedOver)) };
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });

const unknown = (error: SandboxError) => ({ end: "failed" as const, output: null, error, planned: [], steps: "[]" });

const keyOf = ({ nodeId, path, attempt }: JournalStep): string => `${nodeId}/${path}/${attempt}`;

const stepsIn = (text: string): JournalStep[] => (JSON.parse(text) as StepRow[]).flatMap(unpackRounds);

/** @returns of each step that was handed over, whether it had ended, by its key */
function handedOverSteps(texts: readonly string[]): Map<string, boolean> {
  const steps = texts.flatMap(stepsIn);
  return new Map(steps.map((step) => [keyOf(step), step.status !== "running" && step.status !== "waiting"]));
}

/** Leaves out what had ended; rounds stay packed unless they have a row already. */
function withoutEnded(text: string, handedOver: ReadonlyMap<string, boolean>): string {
  const rows = (JSON.parse(text) as StepRow[]).flatMap((row) => {
    const steps = unpackRounds(row).filter((step) => !handedOver.get(keyOf(step)));
    if (!row.rounds) return steps;
    const isNew = (step: JournalStep) => !handedOver.has(keyOf(step));
    const packed = steps.filter(isNew);
    return [...steps.filter((step) => !isNew(step)), ...(packed.length > 0 ? [packRounds(packed)] : [])];
  });
  return JSON.stringify(rows);
}
