import { availableParallelism, loadavg } from "node:os";

/** What the product promises of itself, as ratios within one run. */
const TARGETS = [
  { workload: "transform10", connections: 16, peer: "node-red", atLeast: 1 },
  { workload: "transform10", connections: 16, peer: "hand-written", atLeast: 0.4 },
  { workload: "loop1k", connections: 16, peer: "node-red", atLeast: 2 },
];
const MOST_MEMORY_MB = 400;

export function printHead({ memory, nodeRedVersion }) {
  const load = loadavg()[0]?.toFixed(1);
  console.log(
    `Node ${process.version}, ${availableParallelism()} cores, shared with this load; load average ${load} before.` +
      ` Millrace and the handler written by hand answer after their commit${nodeRedVersion ? `; Node-RED ${nodeRedVersion} keeps no history` : ""}.`,
  );
  if (memory) {
    const { server, others, postgres, all } = memory;
    console.log(
      `Idle memory: ${all} MB in all (server ${server}, sandboxes and others ${others}, PostgreSQL ${postgres}): ${verdict(all < MOST_MEMORY_MB, `< ${MOST_MEMORY_MB} MB`)}`,
    );
  }
  console.log(
    line("workload", "peer", "connections", "req/s", "p50 ms", "p99 ms", "CPU ms/req", "PostgreSQL", "errors"),
  );
}

export function printRow({ workload, peer, connections, rps, p50Ms, p99Ms, cpuMs, databaseCpuMs = "", errors }) {
  console.log(line(workload, peer, connections, rps, p50Ms, p99Ms, cpuMs, databaseCpuMs, errors));
}

/** The product's requests a second over each peer's, and each peer's CPU over the product's: more is better in both. */
export function printRatios(figures) {
  const others = figures.filter(({ peer }) => peer !== "millrace");
  if (others.length > 0) console.log("\nMillrace beside each peer, in the same turns:");
  for (const other of others) {
    const { workload, connections, peer } = other;
    const own = figures.find(
      (row) => row.peer === "millrace" && row.workload === workload && row.connections === connections,
    );
    const speed = own.rps / other.rps;
    const cpu = ((other.cpuMs + (other.databaseCpuMs ?? 0)) / (own.cpuMs + (own.databaseCpuMs ?? 0))).toFixed(2);
    const target = TARGETS.find(
      (each) => each.workload === workload && each.connections === connections && each.peer === peer,
    );
    const said = target ? `: ${verdict(speed >= target.atLeast, `>= ${target.atLeast} x`)}` : "";
    console.log(
      `${workload} at ${connections}: ${speed.toFixed(2)} x the requests/s of ${peer}; ${peer} takes ${cpu} x the CPU${said}`,
    );
  }
}

const verdict = (met, target) => `target ${target} ${met ? "met" : "NOT met"}`;

function line(...cells) {
  const widths = [12, 13, 11, 8, 9, 9, 10, 10, 6];
  return cells.map((cell, index) => String(cell).padStart(widths[index])).join("  ");
}
