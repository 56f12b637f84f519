import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** A PostgreSQL server that holds a cluster, as its own note in the cluster's folder says. */
export interface Postmaster {
  pid: number;
  /** 0 until the server has written it. */
  port: number;
}

const STOP_FAST_MS = 15_000;
const STOP_IMMEDIATE_MS = 5_000;

/** @returns the living server that `postmaster.pid` names, or null. */
export function livePostmaster(cluster: string): Postmaster | null {
  const note = join(cluster, "postmaster.pid");
  if (!existsSync(note)) return null;
  const lines = readFileSync(note, "utf8").split("\n");
  const pid = Number(lines[0]);
  if (!pid || !isPostgres(pid)) return null;
  return { pid, port: Number(lines[3] ?? 0) };
}

/** Stops a server, started here or adopted: politely, then at once (its log recovers the data at the next start). */
export async function stopPostmaster(pid: number): Promise<void> {
  for (const [signal, patience] of [
    ["SIGINT", STOP_FAST_MS],
    ["SIGQUIT", STOP_IMMEDIATE_MS],
    ["SIGKILL", STOP_IMMEDIATE_MS],
  ] as const) {
    if (!signalProcess(pid, signal)) return;
    const deadline = Date.now() + patience;
    while (Date.now() < deadline) {
      if (!isPostgres(pid)) return;
      await sleep(15);
    }
  }
}

/** @returns false when there is no such process any more. */
export function signalProcess(pid: number, signal: NodeJS.Signals): boolean {
  try {
    process.kill(pid, signal);
    return true;
  } catch {
    return false;
  }
}

/** A number that belongs to another program by now, or to a zombie, is not a server. */
function isPostgres(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  if (!existsSync("/proc/self/status")) return true;
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return /^Name:\s*postgres$/m.test(status) && !/^State:\s*[ZX]/m.test(status);
  } catch {
    return false;
  }
}
