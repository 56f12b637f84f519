import { readFileSync } from "node:fs";
import { processesOf } from "./process-cpu.mjs";

/**
 * Memory that the product holds while it does nothing, each shared page counted once (PSS).
 * @returns megabytes by kind of process; null where the system does not tell
 */
export function idleMemory(root, dataFolder) {
  const sums = { server: 0, others: 0, postgres: 0 };
  for (const { pid, name } of processesOf(root, dataFolder)) {
    const kind = name === "postgres" ? "postgres" : pid === root ? "server" : "others";
    try {
      sums[kind] += Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1] ?? 0);
    } catch {
      // It ended meanwhile.
    }
  }
  const megabytes = Object.fromEntries(
    Object.entries(sums).map(([kind, kilobytes]) => [kind, Math.round(kilobytes / 1_024)]),
  );
  const all = megabytes.server + megabytes.others + megabytes.postgres;
  return all === 0 ? null : { ...megabytes, all };
}
