import type { Pool, PoolClient } from "pg";
import { uuidv7 } from "uuidv7";
import { CANCELED } from "@/core/execution/canceled";
import { outcomeOf } from "@/core/execution/outcome";
import type { ExecutionStatus } from "@/core/execution/statuses";
import { CHANGES_CHANNEL, changePayloads } from "@/server/database/changes";
import { JOURNAL_STATEMENT } from "@/server/runtime/journal/journal-statement";
import { type JournalWrite, writeText } from "@/server/runtime/journal/journal-write";

/** How long an execution belongs to its process without being renewed, by the database's clock. */
export const LEASE_SECONDS = 30;

const STOPPED = JSON.stringify({
  error: CANCELED,
  outcome: outcomeOf({ status: "canceled", error: CANCELED, handledFailures: 0, message: null, stepLabel: null }),
});

/** The most executions one statement writes. */
const BATCH = 200;

/** The execution belongs to someone else by now (its fencing number rose, or it has ended): nothing was written. */
export class LostExecution extends Error {
  constructor(executionId: string) {
    super(`execution ${executionId} is not this process's any more`);
    this.name = "LostExecution";
  }
}

/** Writes executions, steps and effects; what one statement holds is committed together. */
export interface Journal {
  /** This process's name in leases. */
  readonly owner: string;
  /**
   * Commits a write, together with those of other executions that came meanwhile.
   * @returns the status it has now: one that somebody asked to stop does not end otherwise
   * @throws LostExecution when the row is there already, or not under this fencing number
   */
  write(write: JournalWrite): Promise<ExecutionStatus>;
  /**
   * The same inside a transaction of the caller's.
   * @throws LostExecution
   */
  writeInside(tx: Pick<PoolClient, "query">, write: JournalWrite): Promise<void>;
}

/** Hears of every commit but those inside other transactions. @param ms how long the statement took */
export type OnCommit = (writes: readonly JournalWrite[], ms: number) => void;

/** @param options.owner for tests that play several processes */
export function createJournal(options: { pool: Pool; owner?: string; onCommit?: OnCommit }): Journal {
  return new GroupCommit(options.pool, options.owner ?? uuidv7(), options.onCommit ?? (() => {}));
}

interface Waiting {
  write: JournalWrite;
  resolve: (status: ExecutionStatus) => void;
  reject: (error: unknown) => void;
}

/** One commit in flight at a time: what arrives meanwhile goes together into the next, so load makes batches larger. */
class GroupCommit implements Journal {
  private queue: Waiting[] = [];
  private busy = false;

  constructor(
    private readonly pool: Pool,
    readonly owner: string,
    private readonly onCommit: OnCommit,
  ) {}

  write(write: JournalWrite): Promise<ExecutionStatus> {
    return new Promise((resolve, reject) => {
      this.queue.push({ write, resolve, reject });
      if (!this.busy) void this.commitAll();
    });
  }

  async writeInside(tx: Pick<PoolClient, "query">, write: JournalWrite): Promise<void> {
    const owned = await this.commit(tx, [write]);
    if (!owned.has(write.executionId)) throw new LostExecution(write.executionId);
  }

  private async commitAll(): Promise<void> {
    this.busy = true;
    // Writes of the same tick go into the first batch together.
    await Promise.resolve();
    while (this.queue.length > 0) await this.commitBatch(this.takeBatch());
    this.busy = false;
  }

  /** Two writes of one execution never share a statement: the second may build on the first. */
  private takeBatch(): Waiting[] {
    const batch: Waiting[] = [];
    const taken = new Set<string>();
    const rest: Waiting[] = [];
    for (const waiting of this.queue) {
      const { executionId } = waiting.write;
      if (batch.length >= BATCH || taken.has(executionId)) rest.push(waiting);
      else batch.push(waiting);
      taken.add(executionId);
    }
    this.queue = rest;
    return batch;
  }

  private async commitBatch(batch: Waiting[]): Promise<void> {
    const startedAt = performance.now();
    try {
      const writes = batch.map(({ write }) => write);
      const owned = await this.commit(this.pool, writes);
      const written = owned.size >= writes.length ? writes : writes.filter(({ executionId }) => owned.has(executionId));
      this.onCommit(written, performance.now() - startedAt);
      for (const { write, resolve, reject } of batch) {
        const status = owned.get(write.executionId);
        if (status) resolve(status);
        else reject(new LostExecution(write.executionId));
      }
    } catch (error) {
      // One bad row must not cost its neighbours: alone, only its own write fails.
      if (batch.length === 1) batch[0]?.reject(error);
      else for (const waiting of batch) await this.commitBatch([waiting]);
    }
  }

  /** @returns the statuses of the executions that were written, by their ids */
  private async commit(
    client: Pick<PoolClient, "query">,
    writes: JournalWrite[],
  ): Promise<Map<string, ExecutionStatus>> {
    const changes = writes.map(({ executionId, workspaceId }) => ({
      kind: "execution" as const,
      workspaceId,
      id: executionId,
    }));
    const { rows } = await client.query<{ id: string | null; status: ExecutionStatus }>({
      name: "journal",
      text: JOURNAL_STATEMENT,
      values: [
        `[${writes.map(writeText).join(",")}]`,
        this.owner,
        LEASE_SECONDS,
        CHANGES_CHANNEL,
        changePayloads(changes),
        STOPPED,
      ],
    });
    return new Map(rows.map(({ id, status }) => [id ?? "", status]));
  }
}
