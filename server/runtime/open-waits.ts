import { AppError } from "@/core/execution/errors";
import type { Json } from "@/core/values/json";
import type { App } from "@/server/app";
import { dropTicket, readTicket, type WaitTicket } from "@/server/runtime/wait-ticket";

/** Node fires timers that are set for longer at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** What one execution of this process waits for without doing anything. */
export class OpenWaits {
  private readonly dueAt = new Map<symbol, Date | null>();
  private readonly stops = new Set<() => void>();
  private closed = false;

  /** @param onChange called when there is one more or one less */
  constructor(
    private readonly app: App,
    private readonly executionId: string,
    private readonly onChange: () => void,
  ) {}

  get size(): number {
    return this.dueAt.size;
  }

  /** @returns when the first of them ends by itself; null: none does */
  earliest(): Date | null {
    const dates = [...this.dueAt.values()].filter((date) => date !== null);
    return dates.length === 0 ? null : new Date(Math.min(...dates.map(Number)));
  }

  /** Stops looking: the execution is put away. None of their promises ever settles, so they count as they did. */
  close(): void {
    this.closed = true;
    for (const stop of this.stops) stop();
  }

  /** Counts something else among the waits for as long as it takes, or until its deadline. */
  async whileWaiting<T>(work: Promise<T>, deadline: Date | null): Promise<T> {
    const key = Symbol("wait");
    this.dueAt.set(key, deadline);
    this.onChange();
    const settled = work.finally(() => {
      if (!this.closed) this.dueAt.delete(key);
    });
    const result = await settled.catch((error) => (this.closed ? never() : Promise.reject(error)));
    return this.closed ? never() : result;
  }

  /**
   * Waits until a ticket is answered or due.
   * @returns what the step gives
   * @throws AppError WAIT_EXPIRED at its deadline; CANCELED when nobody needs it any more
   */
  until(ticket: WaitTicket, signal: AbortSignal): Promise<Json> {
    const key = Symbol(ticket.id);
    this.dueAt.set(key, ticket.dueAt);
    if (this.closed) {
      this.onChange();
      return never();
    }
    return new Promise<Json>((resolve, reject) => {
      let timer: NodeJS.Timeout | undefined;
      const stop = () => {
        clearTimeout(timer);
        unsubscribe();
        signal.removeEventListener("abort", abort);
        this.stops.delete(stop);
      };
      const settle = (act: () => void) => {
        if (!this.dueAt.has(key) || this.closed) return;
        stop();
        this.dueAt.delete(key);
        act();
        this.onChange();
      };
      const abort = () => {
        if (this.closed) return;
        void dropTicket(this.app, ticket.id).catch((error) =>
          this.app.log.warn({ err: error, executionId: this.executionId }, "a wait was not dropped"),
        );
        settle(() => reject(new AppError("CANCELED")));
      };
      const look = (now: WaitTicket | null) => {
        if (this.closed) return;
        if (!now) return settle(() => reject(new AppError("CANCELED")));
        if (now.answer !== null) return settle(() => resolve(now.answer));
        if (now.dueInMs === null) return;
        if (now.dueInMs <= 0)
          return settle(() => (endsByItself(now) ? resolve(at(now)) : reject(new AppError("WAIT_EXPIRED"))));
        clearTimeout(timer);
        timer = setTimeout(ask, Math.min(now.dueInMs + 1, LONGEST_TIMER_MS));
      };
      const ask = () => {
        readTicket(this.app, ticket.id).then(look, (error) =>
          this.app.log.warn({ err: error, executionId: this.executionId }, "a wait could not be looked at"),
        );
      };
      const unsubscribe = this.app.changes.subscribe(({ id }) => id === this.executionId && ask(), ask);
      this.stops.add(stop);
      signal.addEventListener("abort", abort);
      if (signal.aborted) return abort();
      look(ticket);
      this.onChange();
    });
  }
}

const never = (): Promise<never> => new Promise(() => {});
const endsByItself = ({ kind }: WaitTicket): boolean => kind === "time" || kind === "date";
const at = ({ dueAt }: WaitTicket): Json => ({ at: dueAt?.toISOString() ?? "" });
