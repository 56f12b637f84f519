import type { App } from "@/server/app";
import { isHeld } from "@/server/installation/is-held";
import { type ClaimedFromQueue, claimQueued } from "@/server/runtime/dispatch/claim-queued";
import { goOn } from "@/server/runtime/go-on";
import { RunningExecutions } from "@/server/runtime/running-executions";
import { processCount } from "@/server/runtime/sandbox/process-count";

/** Begins with what is queued, for as long as there is room in this process. */
export interface Dispatcher {
  /** @returns whether it asked the queue lately and got an answer */
  ready(): boolean;
  /** Takes nothing more; what it began goes on. */
  close(): Promise<void>;
  /** Settles when nothing goes on that it began. */
  ended(): Promise<unknown>;
}

/** An execution that waits for an answer leaves its sandbox process to others. */
const PER_SANDBOX_PROCESS = 16;
const POLL_MS = 1_000;
const SILENT_MS = 30_000;

/**
 * Starts the dispatcher of this process. It looks into the queue when something is put there, when a place is free again,
 * and every second.
 */
export function startDispatcher(app: App): Dispatcher {
  return new QueueDispatcher(app, app.env.executionsAtOnce ?? PER_SANDBOX_PROCESS * processCount());
}

class QueueDispatcher implements Dispatcher {
  private readonly running = new Map<string, ClaimedFromQueue>();
  private readonly endings = new Set<Promise<void>>();
  private readonly timer: NodeJS.Timeout;
  private readonly unsubscribe: () => void;
  private looking: Promise<void> | null = null;
  private again = false;
  private closed = false;
  private answeredAt = Date.now();
  /** The last look found more than nothing: an end is a reason to look. */
  private hasBacklog = false;

  constructor(
    private readonly app: App,
    private readonly places: number,
  ) {
    this.timer = setInterval(() => this.look(), POLL_MS);
    this.unsubscribe = app.changes.subscribe(
      ({ kind }) => kind === "queue" && this.look(),
      () => this.look(),
    );
    this.look();
  }

  ready(): boolean {
    return !this.closed && Date.now() - this.answeredAt < SILENT_MS;
  }

  async close(): Promise<void> {
    this.closed = true;
    clearInterval(this.timer);
    this.unsubscribe();
    await this.looking;
  }

  ended(): Promise<unknown> {
    return Promise.all(this.endings);
  }

  /** One look at a time; what is heard meanwhile is a reason for another. */
  private look(): void {
    this.again = true;
    this.looking ??= this.lookWhileTold().finally(() => {
      this.looking = null;
    });
  }

  private async lookWhileTold(): Promise<void> {
    // Ends and causes of the same moment are one reason.
    await new Promise(setImmediate);
    while (this.again && !this.closed && !RunningExecutions.of(this.app).isStopping) {
      this.again = false;
      await this.takeOnce();
    }
  }

  private async takeOnce(): Promise<void> {
    const executions = this.places - this.running.size;
    if (executions <= 0) {
      // Full is not silent.
      this.answeredAt = Date.now();
      return;
    }
    try {
      if (await isHeld(this.app)) {
        this.answeredAt = Date.now();
        return;
      }
      const claimed = await claimQueued(this.app, {
        executions,
        runningNow: this.runningNow(),
        ...sharesOf(this.places),
      });
      this.answeredAt = Date.now();
      this.hasBacklog = claimed.length > 0;
      for (const row of claimed) this.begin(row);
    } catch (error) {
      this.app.log.warn({ err: error }, "the queue could not be read");
    }
  }

  private begin(row: ClaimedFromQueue): void {
    this.running.set(row.id, row);
    const ending = goOn(this.app, row).finally(() => {
      this.endings.delete(ending);
      this.running.delete(row.id);
      // The next of its key may be waiting for this end alone.
      if (this.hasBacklog || row.concurrencyKey) this.look();
    });
    this.endings.add(ending);
  }

  private runningNow(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { automationId, workspaceId } of this.running.values()) {
      counts[automationId] = (counts[automationId] ?? 0) + 1;
      counts[workspaceId] = (counts[workspaceId] ?? 0) + 1;
    }
    return counts;
  }
}

/** Whoever floods the queue finds places taken by nobody else, so that the next of others finds one too. */
const sharesOf = (places: number) => ({
  mostOfAutomation: Math.max(1, Math.ceil(places / 2)),
  mostOfWorkspace: Math.max(1, Math.ceil((places * 3) / 4)),
});
