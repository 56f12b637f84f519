import type { Pool } from "pg";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { READ_AGAIN_MS, readBacklog } from "@/server/metrics/read-backlog";
import type { JournalWrite } from "@/server/runtime/journal/journal-write";
import type { Sandbox } from "@/server/runtime/sandbox/sandbox";

/** What an operator watches, in the form of Prometheus. Counting costs some microseconds an execution, reading some queries. */
export interface Metrics {
  /** Executions, steps and effects that were committed. @param commitMs of the statement, where it was one of the journal's */
  committed(writes: readonly JournalWrite[], commitMs: number | null): void;
  answered(request: { method: string; route: string; status: number; seconds: number }): void;
  /** An execution that ended without a process. */
  ended(execution: { status: string; trigger: string; mode: string }, count?: number): void;
  readonly contentType: string;
  text(): Promise<string>;
}

/** @param of what is asked when somebody reads them */
export function createMetrics(of: { pool: Pool; sandbox: Sandbox }): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 20 });
  const counter = <T extends string>(name: string, help: string, labelNames: T[]) =>
    new Counter({ name: `millrace_${name}`, help, labelNames, registers });
  const histogram = <T extends string>(name: string, help: string, labelNames: T[], buckets: number[]) =>
    new Histogram({ name: `millrace_${name}`, help, labelNames, buckets, registers });

  const executions = counter("executions_total", "Executions that ended.", ["status", "trigger", "mode"]);
  const seconds = histogram("execution_seconds", "How long executions were active.", ["trigger"], SECONDS);
  const hostCalls = counter("host_calls_total", "What steps did outside their program.", ["kind", "outcome"]);
  const batch = histogram("journal_batch_executions", "Executions in one commit.", [], [1, 2, 5, 10, 20, 50, 100, 200]);
  const commit = histogram("journal_commit_seconds", "How long a commit of the journal took.", [], COMMIT_SECONDS);
  const requests = counter("http_requests_total", "Answered HTTP requests.", ["method", "route", "status"]);
  const requestSeconds = histogram("http_request_seconds", "How long answers took.", ["route"], SECONDS);
  gauges(registers, of);

  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    committed: (writes, commitMs) => {
      if (commitMs !== null) {
        batch.observe(writes.length);
        commit.observe(commitMs / 1_000);
      }
      for (const { about, progress, effects } of writes) {
        const { triggerType: trigger, mode } = about.created;
        if (progress.finishedAt !== null) {
          executions.inc({ status: progress.status, trigger, mode });
          seconds.observe({ trigger }, progress.activeMs / 1_000);
        }
        for (const { kind, status, error } of effects)
          if (status !== "intent") hostCalls.inc({ kind, outcome: error?.code ?? status });
      }
    },
    ended: (execution, count = 1) => executions.inc(execution, count),
    answered: ({ method, route, status, seconds: took }) => {
      requests.inc({ method, route, status });
      requestSeconds.observe({ route }, took);
    },
  };
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];
const COMMIT_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5];

/** What is read when somebody asks. */
function gauges(registers: Registry[], { pool, sandbox }: { pool: Pool; sandbox: Sandbox }): void {
  const gauge = (name: string, help: string, read: (gauge: Gauge<string>) => void | Promise<void>, labels?: string[]) =>
    new Gauge({
      ...{ name: `millrace_${name}`, help, registers, labelNames: labels ?? [] },
      collect() {
        return read(this);
      },
    });
  const backlog = keptFor(READ_AGAIN_MS, () => readBacklog(pool));

  gauge("database_up", "1 while the database answers.", async (it) => it.set((await backlog()) ? 1 : 0));
  gauge(
    "executions",
    "Unfinished executions of the whole installation.",
    async (it) => {
      it.reset();
      for (const { status, count } of (await backlog())?.counts ?? []) it.set({ status }, count);
    },
    ["status"],
  );
  gauge("oldest_due_seconds", "How long the execution that is due longest has waited.", async (it) =>
    it.set((await backlog())?.oldestDueSeconds ?? 0),
  );
  gauge(
    "sandbox_processes",
    "Sandbox processes of this process.",
    (it) => {
      const { processes, busy } = sandbox.stats();
      it.set({ state: "busy" }, busy);
      it.set({ state: "idle" }, processes - busy);
    },
    ["state"],
  );
  gauge("sandbox_waiting_calls", "Calls that wait for a sandbox process.", (it) => it.set(sandbox.stats().waiting));
  gauge(
    "sandbox_lost_processes",
    "Sandbox processes that were killed or died while a call ran, since the start.",
    (it) => it.set(sandbox.stats().lost),
  );
  gauge(
    "database_connections",
    "Connections of the journal's pool.",
    (it) => {
      it.set({ state: "busy" }, pool.totalCount - pool.idleCount);
      it.set({ state: "idle" }, pool.idleCount);
      it.set({ state: "waited-for" }, pool.waitingCount);
    },
    ["state"],
  );
}

/** Asked for together or again soon, it is read once. */
function keptFor<T>(ms: number, read: () => Promise<T>): () => Promise<T> {
  let kept: { at: number; value: Promise<T> } | undefined;
  return () => {
    const now = performance.now();
    if (!kept || now - kept.at > ms) kept = { at: now, value: read() };
    return kept.value;
  };
}
