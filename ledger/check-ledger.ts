import { type ExecutionStatus, isFinal } from "@/core/execution/statuses";
import type { Acknowledgement } from "@/ledger/clients";
import type { EffectDone, Loss, StatusChange } from "@/ledger/history";
import type { Hit } from "@/ledger/sink";

/** An execution as the history has it at the end. */
export interface EndedExecution {
  id: string;
  n: number;
  status: ExecutionStatus;
  /** `keyed` makes calls that may be made again with their key; `plain` makes one that may not. */
  automation: "keyed" | "plain";
  /** How many records bear its number. */
  records: number;
}

/** Everything that was written down, by callers, by the service outside, and by the database. */
export interface Ledger {
  acknowledged: readonly Acknowledgement[];
  hits: readonly Hit[];
  executions: readonly EndedExecution[];
  changes: readonly StatusChange[];
  losses: readonly Loss[];
  effectsDone: readonly EffectDone[];
}

/** What was found; `breaches` says of each broken promise which one and where. */
export interface Findings {
  acknowledged: number;
  lost: number;
  finishedEffectsRepeated: number;
  inFlightKeyedRepeats: number;
  orphans: number;
  resumed: number;
  wrongEndStates: number;
  breaches: string[];
}

/** Keyed effects of one execution at the sink: the first call, and one in each of three rounds. */
const KEYED_EFFECTS = 4;

/** Compares what callers were told and what the service outside saw with the history. */
export function checkLedger(ledger: Ledger): Findings {
  const breaches: string[] = [];
  const counted = (kind: string, found: string[]): number => {
    breaches.push(...found.map((where) => `${kind}: ${where}`));
    return found.length;
  };
  const byId = new Map(ledger.executions.map((execution) => [execution.id, execution]));
  const orphans = [...new Set(ledger.losses.map(({ executionId }) => executionId))];
  const hasEnded = (id: string) => {
    const status = byId.get(id)?.status;
    return status === "succeeded" || status === "needs-decision" || status === "canceled";
  };
  return {
    acknowledged: ledger.acknowledged.length,
    lost: counted("lost", lost(ledger, byId)),
    finishedEffectsRepeated: counted("repeated", repeated(ledger)),
    inFlightKeyedRepeats: counted("another key", otherKeys(ledger)),
    orphans: orphans.length,
    resumed:
      orphans.length -
      counted(
        "not resumed",
        orphans.filter((id) => !hasEnded(id)),
      ),
    wrongEndStates: counted("wrong end", wrongEnds(ledger)),
    breaches,
  };
}

function lost({ acknowledged }: Ledger, byId: Map<string, EndedExecution>): string[] {
  return acknowledged
    .filter(({ n, executionId, said }) => {
      const execution = byId.get(executionId);
      return execution?.n !== n || (said === "succeeded" && execution.status !== "succeeded");
    })
    .map(({ n, executionId, said }) => `${n} was told ${said}, execution ${executionId}`);
}

/** An effect whose result was committed was done again, or one that nobody may repeat was. */
function repeated({ hits, effectsDone, executions }: Ledger): string[] {
  const doneAt = new Map(effectsDone.map(({ idempotencyKey, at }) => [idempotencyKey, at]));
  const again = hits
    .filter(({ key, at }) => at > (doneAt.get(key) ?? Number.POSITIVE_INFINITY))
    .map(({ n, step }) => `${n} at ${step}, after its result was committed`);
  const plain = grouped(
    hits.filter(({ step }) => step === "plain"),
    ({ n }) => String(n),
  );
  const twice = [...plain].filter(([, group]) => group.length > 1).map(([n]) => `${n} at plain`);
  const records = executions.filter((one) => one.records > 1).map(({ n, records }) => `${n} wrote ${records} records`);
  return [...again, ...twice, ...records];
}

/** One effect, two keys: the service outside cannot know that it was the same. */
function otherKeys({ hits }: Ledger): string[] {
  const groups = grouped(hits, ({ n, step, round }) => `${n} at ${step}${round === null ? "" : `, round ${round}`}`);
  return [...groups].filter(([, group]) => new Set(group.map(({ key }) => key)).size > 1).map(([where]) => where);
}

function wrongEnds({ executions, changes, hits }: Ledger): string[] {
  const revived = changes
    .filter(({ before }) => before !== null && isFinal(before as ExecutionStatus))
    .map(({ executionId, before, after }) => `${executionId} was ${before} and became ${after}`);
  const expected = executions
    .filter(({ status }) => status !== "succeeded")
    .map(({ id, n, status }) => `${n} (${id}) is ${status}`);
  const effects = new Map([...grouped(hits, ({ n }) => String(n))].map(([n, group]) => [Number(n), effectsOf(group)]));
  const hollow = executions
    .filter(({ n, status, automation, records }) => {
      if (status !== "succeeded") return false;
      const seen = effects.get(n) ?? 0;
      return automation === "keyed" ? seen !== KEYED_EFFECTS || records !== 1 : seen !== 1;
    })
    .map(({ n, id }) => `${n} (${id}) succeeded without all its effects`);
  return [...revived, ...expected, ...hollow];
}

const effectsOf = (hits: readonly Hit[]): number => new Set(hits.map(({ step, round }) => `${step} ${round}`)).size;

function grouped<T>(list: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
