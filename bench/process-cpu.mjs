import { readdirSync, readFileSync } from "node:fs";

/** Clock ticks a second in /proc on every Linux that Node supports. */
const TICKS_PER_SECOND = 100;

/**
 * CPU used so far by a process and everything below it, PostgreSQL apart (it runs detached, so it is found by its data
 * folder).
 *
 * @param {number} root process id
 * @param {string | null} dataFolder where the embedded PostgreSQL keeps its data
 * @returns {{ ownMs: number, postgresMs: number }}
 */
export function processCpu(root, dataFolder) {
  const ticks = { own: 0, postgres: 0 };
  for (const process of processesOf(root, dataFolder))
    ticks[process.name === "postgres" ? "postgres" : "own"] += process.ticks;
  return { ownMs: (ticks.own * 1_000) / TICKS_PER_SECOND, postgresMs: (ticks.postgres * 1_000) / TICKS_PER_SECOND };
}

/** @returns a process and everything below it, and PostgreSQL's processes on that data folder */
export function processesOf(root, dataFolder) {
  const processes = readProcesses();
  const postmaster = dataFolder === null ? undefined : findPostmaster(processes, dataFolder);
  const below = new Set(postmaster === undefined ? [root] : [root, postmaster]);
  for (let grew = true; grew; ) {
    grew = false;
    for (const [pid, { parent }] of processes) {
      if (below.has(parent) && !below.has(pid)) {
        below.add(pid);
        grew = true;
      }
    }
  }
  return [...below].flatMap((pid) => (processes.has(pid) ? [{ pid, ...processes.get(pid) }] : []));
}

function findPostmaster(processes, dataFolder) {
  for (const [pid, { name }] of processes) {
    if (name !== "postgres") continue;
    try {
      if (readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(dataFolder)) return pid;
    } catch {
      // It ended meanwhile.
    }
  }
}

function readProcesses() {
  const processes = new Map();
  for (const entry of readdirSync("/proc")) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      const stat = readFileSync(`/proc/${entry}/stat`, "utf8");
      const close = stat.lastIndexOf(")");
      const fields = stat.slice(close + 2).split(" ");
      processes.set(Number(entry), {
        name: stat.slice(stat.indexOf("(") + 1, close),
        parent: Number(fields[1]),
        // Its own time and that of children it has reaped, so that the sum never falls.
        ticks: fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0),
      });
    } catch {
      // It ended between the listing and the reading.
    }
  }
  return processes;
}
