import type { PooledCall } from "@/server/runtime/sandbox/pooled-call";

/** What a program has in the processes now. */
export interface ProgramLoad {
  running: number;
  /** Of those, how many have been running for long. */
  slow: number;
}

interface Line {
  resuming: PooledCall[];
  starting: PooledCall[];
}

/**
 * Calls that wait for a process. Programs take turns, so that one with a thousand calls, or with calls that never end,
 * costs the others one place: the program with the fewest calls running goes next, and of those the one whose turn was
 * longest ago. Within a program, calls that go on come before those that begin.
 */
export class CallQueue {
  /** By program; whose turn it was last stands last. */
  private readonly lines = new Map<string, Line>();

  add(call: PooledCall, kind: keyof Line): void {
    const line = this.lines.get(call.programId) ?? { resuming: [], starting: [] };
    this.lines.set(call.programId, line);
    line[kind].push(call);
  }

  /** How many wait, those left out that ended meanwhile. */
  get length(): number {
    let length = 0;
    for (const [programId] of this.lines) length += this.waitingOf(programId);
    return length;
  }

  /** @returns whether there is a call that `take` would give */
  has(loadOf: (programId: string) => ProgramLoad, mayRun: (load: ProgramLoad) => boolean): boolean {
    return this.next(loadOf, mayRun) !== null;
  }

  /** @param mayRun says of what a program has running whether it may have more */
  take(loadOf: (programId: string) => ProgramLoad, mayRun: (load: ProgramLoad) => boolean): PooledCall | undefined {
    const programId = this.next(loadOf, mayRun);
    const line = programId === null ? undefined : this.lines.get(programId);
    if (programId === null || !line) return undefined;
    const call = line.resuming.shift() ?? line.starting.shift();
    this.lines.delete(programId);
    if (line.resuming.length + line.starting.length > 0) this.lines.set(programId, line);
    return call;
  }

  private next(loadOf: (programId: string) => ProgramLoad, mayRun: (load: ProgramLoad) => boolean): string | null {
    let best: { programId: string; running: number } | null = null;
    for (const programId of [...this.lines.keys()]) {
      if (this.waitingOf(programId) === 0) continue;
      const load = loadOf(programId);
      if (!mayRun(load) || (best && load.running >= best.running)) continue;
      best = { programId, running: load.running };
      if (load.running === 0) break;
    }
    return best?.programId ?? null;
  }

  /** Forgets the calls at the head that ended while they waited. */
  private waitingOf(programId: string): number {
    const line = this.lines.get(programId);
    if (!line) return 0;
    for (const calls of [line.resuming, line.starting]) while (calls[0]?.isOver()) calls.shift();
    const waiting = line.resuming.length + line.starting.length;
    if (waiting === 0) this.lines.delete(programId);
    return waiting;
  }
}
