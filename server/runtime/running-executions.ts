import type { App } from "@/server/app";
import { LEASE_SECONDS } from "@/server/runtime/journal/journal";

/** An execution of this process that has a row, or is about to. */
export interface RunningExecution {
  workspaceId: string;
  /** A person asked it to stop. */
  cancel(): void;
  /** Its lease is someone else's: it must not do anything more. */
  lose(): void;
}

/** An execution of this process, whether it has a row or not. */
interface Followed {
  /** Stops it at the next node border and gives its row to whoever is there. */
  handBack(): void;
}

const RENEW_MS = 5_000;

/**
 * The executions this process runs: keeps their leases, hears of cancellations, and lets a shutdown wait for them. One
 * an app.
 */
export class RunningExecutions {
  private readonly byId = new Map<string, RunningExecution>();
  /** Ids of those whose row is committed: the others have no lease to renew yet. */
  private readonly written = new Set<string>();
  /** The promises settle when an execution has ended or was put away. */
  private readonly endings = new Map<Promise<unknown>, Followed>();
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  private constructor(private readonly app: App) {
    app.changes.subscribe(
      ({ kind, id }) => {
        if (kind === "execution" && this.byId.has(id)) void this.look([id]);
      },
      () => void this.look([...this.byId.keys()]),
    );
  }

  /** @returns the app's own */
  static of(app: App): RunningExecutions {
    const known = byApp.get(app) ?? new RunningExecutions(app);
    byApp.set(app, known);
    return known;
  }

  /** True once a shutdown began: nothing new may start. */
  get isStopping(): boolean {
    return this.stopped;
  }

  /** Counts an execution among those a shutdown hands back and waits for. */
  follow(ending: Promise<unknown>, followed: Followed): void {
    const settled = ending.catch(() => {}).finally(() => this.endings.delete(settled));
    this.endings.set(settled, followed);
    if (this.stopped) followed.handBack();
  }

  add(id: string, running: RunningExecution): void {
    const before = this.byId.get(id);
    this.byId.set(id, running);
    // This process itself took it over, after its lease ran out.
    if (before && before !== running) before.lose();
    this.timer ??= setInterval(() => void this.renew(), RENEW_MS);
  }

  /** Its row is committed: its lease is kept from now on. */
  hasRow(id: string): void {
    if (this.byId.has(id)) this.written.add(id);
  }

  remove(id: string, running: RunningExecution): void {
    if (this.byId.get(id) === running) {
      this.byId.delete(id);
      this.written.delete(id);
    }
    if (this.byId.size > 0) return;
    clearInterval(this.timer);
    this.timer = undefined;
  }

  /** Refuses what is new, and hands back what runs: at its next node border it is put away, due at once. */
  handBack(): void {
    this.stopped = true;
    for (const followed of this.endings.values()) followed.handBack();
  }

  /**
   * Hands back what runs and waits for what is under way.
   * @param ms how long
   */
  async drain(ms: number): Promise<void> {
    this.handBack();
    const all = Promise.all(this.endings.keys());
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, ms);
    });
    await Promise.race([all, late]);
    clearTimeout(timer);
  }

  /** Renews every lease, by the database's clock; every few seconds while there is one. */
  async renew(): Promise<void> {
    const ids = [...this.written];
    try {
      const { rows } = await this.app.pool.query<{ id: string; canceled: boolean }>({
        name: "renew-leases",
        text: `UPDATE execution SET lease_until = now() + make_interval(secs => $3)
                WHERE id = ANY($1::uuid[]) AND lease_owner = $2 AND finished_at IS NULL
               RETURNING id, cancel_requested_at IS NOT NULL AS canceled`,
        values: [ids, this.app.journal.owner, LEASE_SECONDS],
      });
      const owned = new Map(rows.map((row) => [row.id, row.canceled]));
      for (const id of ids) {
        if (!owned.has(id)) this.byId.get(id)?.lose();
        else if (owned.get(id)) this.byId.get(id)?.cancel();
      }
    } catch (error) {
      this.app.log.warn({ err: error }, "leases could not be renewed");
    }
  }

  private async look(ids: string[]): Promise<void> {
    try {
      const { rows } = await this.app.pool.query<{ id: string }>({
        name: "canceled-executions",
        text: "SELECT id FROM execution WHERE id = ANY($1::uuid[]) AND cancel_requested_at IS NOT NULL",
        values: [ids],
      });
      for (const { id } of rows) this.byId.get(id)?.cancel();
    } catch (error) {
      this.app.log.warn({ err: error }, "cancellations could not be read");
    }
  }
}

const byApp = new WeakMap<App, RunningExecutions>();
