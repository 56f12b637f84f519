import type { Pool, PoolClient } from "pg";
import type { EffectPlace } from "@/core/execution/decisions";
import type { ExecutionStatus } from "@/core/execution/statuses";
import type { Json } from "@/core/values/json";
import { inTransaction } from "@/server/database/in-transaction";
import { patiently } from "@/server/database/patiently";
import { type Journal, LEASE_SECONDS, LostExecution } from "@/server/runtime/journal/journal";
import type {
  AboutExecution,
  EffectRow,
  ExecutionProgress,
  JournalWrite,
} from "@/server/runtime/journal/journal-write";
import { mergeSteps } from "@/server/runtime/journal/merge-steps";

interface ExecutionFacts {
  executionId: string;
  workspaceId: string;
  fence: number;
  about: AboutExecution;
  /** Hears of what was committed inside a transaction of its own. */
  onCommitInside?: (write: JournalWrite) => void;
  /** What is known while it runs. */
  running: () => ExecutionProgress;
}

/** As long as a lease may hold without being renewed. */
const PATIENCE_MS = LEASE_SECONDS * 1_000;

/** The journal of one execution: gathers what may wait and writes it with what may not. */
export class ExecutionJournal {
  /** True once the execution has a row of this process's. */
  exists = false;
  private closed = false;
  private steps: string[] = [];
  private effects: EffectRow[] = [];
  /** Settles when the write before is over; null when none is under way. */
  private last: Promise<void> | null = null;

  constructor(
    private readonly journal: Journal,
    private readonly pool: Pool,
    private readonly facts: ExecutionFacts,
  ) {}

  /** Keeps steps for the next write. @param text JSON text of a list */
  addSteps(text: string): void {
    if (text !== "[]") this.steps.push(text);
  }

  /** Nothing more may be written: the execution was put away. */
  close(): void {
    this.closed = true;
  }

  /** Keeps an effect for the next write. */
  addEffect(row: EffectRow): void {
    this.effects.push(row);
  }

  /**
   * Commits everything kept. While the database is away it is tried again for as long as the lease may hold, unless there
   * is no row yet: nobody has been promised anything then.
   * @returns the status it has now
   * @throws LostExecution, and what the database threw; all is kept for the next write then
   */
  write(progress: ExecutionProgress = this.facts.running()): Promise<ExecutionStatus> {
    if (this.closed) return Promise.reject(new LostExecution(this.facts.executionId));
    // One after the other: an earlier write that is tried again must not come after a later one.
    const written = this.last ? this.last.then(() => this.writePatiently(progress)) : this.writePatiently(progress);
    const forget = () => {
      if (this.last === last) this.last = null;
    };
    const last: Promise<void> = written.then(forget, forget);
    this.last = last;
    return written;
  }

  private writePatiently(progress: ExecutionProgress): Promise<ExecutionStatus> {
    return this.exists ? patiently(PATIENCE_MS, () => this.writeOnce(progress)) : this.writeOnce(progress);
  }

  private async writeOnce(progress: ExecutionProgress): Promise<ExecutionStatus> {
    const { executionId, workspaceId, fence, about } = this.facts;
    const isFirst = !this.exists;
    const steps = this.steps.splice(0);
    const effects = this.effects.splice(0);
    // A change of the database that is committed meanwhile must not make the row again.
    this.exists = true;
    const write: JournalWrite = {
      executionId,
      workspaceId,
      fence,
      created: isFirst ? about.created : null,
      about,
      progress,
      steps: mergeSteps(steps),
      effects,
    };
    try {
      return await this.journal.write(write);
    } catch (error) {
      this.steps.unshift(...steps);
      this.effects.unshift(...effects);
      if (isFirst && !(error instanceof LostExecution)) this.exists = false;
      throw error;
    }
  }

  /**
   * Commits a change of the database together with the row of the effect that it is, once, while the database is away too.
   *
   * @param act makes the change; what it gives is told to the program
   * @throws LostExecution, and what `act` throws; nothing has changed then
   */
  async writeWith<T>(
    place: EffectPlace,
    act: (tx: PoolClient) => Promise<{ value: T; row: EffectRow }>,
  ): Promise<{ value: T } | { known: Json }> {
    if (this.closed) throw new LostExecution(this.facts.executionId);
    return patiently(PATIENCE_MS, async (tried) => {
      const known = tried === 0 ? null : await this.readDone(place);
      return known ?? { value: await this.commitWith(act) };
    });
  }

  private async commitWith<T>(act: (tx: PoolClient) => Promise<{ value: T; row: EffectRow }>): Promise<T> {
    const { executionId, workspaceId, fence, about, running } = this.facts;
    const { value, write } = await inTransaction({ pool: this.pool }, async (tx) => {
      const { value, row } = await act(tx);
      const progress = running();
      const write = { executionId, workspaceId, fence, created: null, about, progress, steps: "[]", effects: [row] };
      await this.journal.writeInside(tx, write);
      return { value, write };
    });
    this.facts.onCommitInside?.(write);
    return value;
  }

  /** The answer to a commit may be lost with the connection. @returns what was committed then */
  private async readDone({ nodeId, path, attempt, ordinal }: EffectPlace): Promise<{ known: Json } | null> {
    const { executionId, fence } = this.facts;
    const { rows } = await this.pool.query<{ result: Json }>(
      `SELECT result FROM execution_effect WHERE execution_id = $1 AND node_id = $2 AND path = $3 AND attempt = $4
          AND ordinal = $5 AND fence = $6 AND status = 'done'`,
      [executionId, nodeId, path, attempt, ordinal, fence],
    );
    return rows[0] ? { known: rows[0].result } : null;
  }
}
