import type { Pool, PoolClient } from "pg";
import { inTransaction } from "@/server/database/in-transaction";
import { type Journal, LostExecution } from "@/server/runtime/journal/journal";
import type {
  CreatedExecution,
  EffectRow,
  ExecutionProgress,
  JournalWrite,
} from "@/server/runtime/journal/journal-write";
import { mergeSteps } from "@/server/runtime/journal/merge-steps";

interface ExecutionFacts {
  executionId: string;
  workspaceId: string;
  fence: number;
  created: CreatedExecution;
  /** What is known while it runs. */
  running: () => ExecutionProgress;
}

/** The journal of one execution: gathers what may wait and writes it with what may not. */
export class ExecutionJournal {
  /** True once the execution has a row of this process's. */
  exists = false;
  private closed = false;
  private steps: string[] = [];
  private effects: EffectRow[] = [];

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

  /** Commits everything kept. @throws LostExecution, and what the database threw; all is kept for the next write then */
  async write(progress: ExecutionProgress = this.facts.running()): Promise<void> {
    const { executionId, workspaceId, fence, created } = this.facts;
    if (this.closed) throw new LostExecution(executionId);
    const isFirst = !this.exists;
    const steps = this.steps.splice(0);
    const effects = this.effects.splice(0);
    // A write that begins meanwhile must not make the row again.
    this.exists = true;
    const write: JournalWrite = {
      executionId,
      workspaceId,
      fence,
      created: isFirst ? created : null,
      progress,
      steps: mergeSteps(steps),
      effects,
    };
    try {
      await this.journal.write(write);
    } catch (error) {
      this.steps.unshift(...steps);
      this.effects.unshift(...effects);
      if (isFirst && !(error instanceof LostExecution)) this.exists = false;
      throw error;
    }
  }

  /**
   * Commits a change of the database together with the row of the effect that it is.
   * @throws LostExecution, and what `act` throws; nothing has changed then
   */
  async writeWith<T>(act: (tx: PoolClient) => Promise<{ value: T; row: EffectRow }>): Promise<T> {
    const { executionId, workspaceId, fence, running } = this.facts;
    if (this.closed) throw new LostExecution(executionId);
    return inTransaction({ pool: this.pool }, async (tx) => {
      const { value, row } = await act(tx);
      const progress = running();
      const write = { executionId, workspaceId, fence, created: null, progress, steps: "[]", effects: [row] };
      await this.journal.writeInside(tx, write);
      return value;
    });
  }
}
