import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { keyedAutomation, plainAutomation } from "@/ledger/automations";
import { checkLedger, type EndedExecution } from "@/ledger/check-ledger";
import { Clients } from "@/ledger/clients";
import { Cluster, type Role } from "@/ledger/cluster";
import { ask, effectsDone, keepHistory, losses, statusChanges } from "@/ledger/history";
import { Nemesis } from "@/ledger/nemesis";
import { randomOf } from "@/ledger/random";
import { type Sink, startSink } from "@/ledger/sink";

const OPTIONS = {
  seconds: { type: "string", default: "60" },
  seed: { type: "string", default: "" },
  rate: { type: "string", default: "10" },
  roles: { type: "string", default: "web,web,worker,worker" },
  keep: { type: "boolean", default: false },
} as const;

/** How long what was accepted may take to end once every fault is over. */
const SETTLE_MS = 180_000;
const AFTER_LAST_FAULT = 100;

/**
 * Runs the product in several processes, calls it, harms it, and compares what everybody wrote down. Prints what it does, and
 * as its last line the figures as JSON.
 *
 * @param root where `dist/main.js` lies
 * @returns whether every promise held
 */
export async function runLedger(root: string): Promise<boolean> {
  const { values } = parseArgs({ options: OPTIONS });
  const seconds = Number(values.seconds);
  const seed = values.seed === "" ? Math.trunc(Math.random() * 2 ** 31) : Number(values.seed);
  const folder = mkdtempSync(join(tmpdir(), "millrace-ledger-"));
  const begin = performance.now();
  const say = (line: string) =>
    console.log(`${((performance.now() - begin) / 1_000).toFixed(1).padStart(7)} s  ${line}`);
  say(`seed ${seed}: ${seconds} s, ${values.rate} calls a second, ${values.roles}; logs in ${folder}`);

  const delays = randomOf(seed + 1);
  const sink = await startSink(() => delays.between(5, 120));
  const roles = values.roles.split(",") as Role[];
  const cluster = await Cluster.start({ folder, root, sinkPort: sink.port, roles });
  const end = async () => {
    await cluster.stop();
    sink.close();
  };
  process.once("SIGINT", () => void end().finally(() => process.exit(130)));
  try {
    await keepHistory(cluster.databaseUrl);
    const api = new ManagementApi(cluster);
    const keyed = await api.publish(keyedAutomation(sink.port));
    const plain = await api.publish(plainAutomation(sink.port));
    say("every process is ready; the calls begin");

    const clients = new Clients(folder, cluster.apiKey, cluster.members, [keyed, plain], randomOf(seed + 2));
    const nemesis = new Nemesis(cluster, randomOf(seed), say);
    await Promise.all([clients.sendFor(seconds, Number(values.rate)), nemesis.harmFor(seconds)]);
    await nemesis.heal();
    say("the last fault is over");
    await clients.settled();
    await settle(cluster, sink, api, say);
    const afterLastFault = await clients.sendAll(AFTER_LAST_FAULT);

    const url = cluster.databaseUrl;
    const lost = await losses(url);
    const { breaches, ...figures } = checkLedger({
      acknowledged: clients.acknowledged,
      hits: sink.hits,
      executions: await endedExecutions(url, plain),
      changes: await statusChanges(url),
      losses: lost,
      effectsDone: await effectsDone(url),
    });
    const slowest = Math.max(0, ...lost.map(({ afterSeconds }) => afterSeconds));
    say(`faults: ${inWords(nemesis.done)}; answers by status: ${inWords(clients.answers)}`);
    say(
      `calls at the service outside: ${sink.hits.length}; longest until an orphan was taken over: ${slowest.toFixed(1)} s`,
    );
    for (const breach of breaches.slice(0, 50)) say(breach);
    const broken =
      figures.lost + figures.finishedEffectsRepeated + figures.inFlightKeyedRepeats + figures.wrongEndStates;
    const holds = broken === 0 && figures.resumed === figures.orphans && afterLastFault === AFTER_LAST_FAULT;
    if (holds && !values.keep && existsSync(folder)) rmSync(folder, { recursive: true, force: true });
    console.log(JSON.stringify({ seed, seconds, ...figures, afterLastFault }));
    return holds;
  } finally {
    await end();
  }
}

/** Waits until everything has ended; where the product asks a person, this one looks at the service outside and says. */
async function settle(cluster: Cluster, sink: Sink, api: ManagementApi, say: (line: string) => void): Promise<void> {
  const deadline = performance.now() + SETTLE_MS;
  let decided = 0;
  while (performance.now() < deadline) {
    const open = await ask<{ id: string; status: string; revision: string; n: number }>(
      cluster.databaseUrl,
      `SELECT id, status, fence::text AS revision, (input->>'n')::int AS n FROM execution
        WHERE finished_at IS NULL AND automation_id IS NOT NULL`,
    );
    if (open.length === 0) break;
    for (const { id, n, revision } of open.filter(({ status }) => status === "needs-decision")) {
      const arrived = sink.hits.some((hit) => hit.n === n && hit.step === "plain");
      if (await api.decide(id, { revision, choice: arrived ? "done" : "again" })) decided++;
    }
    await sleep(250);
  }
  say(`everything has ended, or had ${SETTLE_MS / 1_000} s to; a person decided ${decided} times`);
}

/** The product's own surface, as a script of an operator's would use it. */
class ManagementApi {
  constructor(private readonly cluster: Cluster) {}

  async publish(document: object): Promise<string> {
    const { status, body } = await this.post("/automations?publish=true", document);
    if (status >= 300) throw new Error(`not published: ${JSON.stringify(body)}`);
    return (body as { id: string }).id;
  }

  /** @returns whether it was taken */
  async decide(executionId: string, decision: { revision: string; choice: "done" | "again" }): Promise<boolean> {
    return (await this.post(`/executions/${executionId}/decision`, decision)).status < 300;
  }

  private async post(path: string, body: object): Promise<{ status: number; body: unknown }> {
    const web = this.cluster.members.find(({ role, child, frozen }) => role === "web" && child && !frozen);
    const response = await fetch(`http://127.0.0.1:${web?.port}/api/v1${path}`, {
      method: "POST",
      headers: { authorization: `Bearer ${this.cluster.apiKey}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: await response.json().catch(() => null) };
  }
}

const endedExecutions = (url: string, plain: string): Promise<EndedExecution[]> =>
  ask(
    url,
    `SELECT e.id, (e.input->>'n')::int AS n, e.status,
            CASE WHEN e.automation_id = $1::uuid THEN 'plain' ELSE 'keyed' END AS automation,
            (SELECT count(*)::int FROM crm_record r WHERE r.data->>'Last_Name' = 'ledger ' || (e.input->>'n')) AS records
       FROM execution e WHERE e.automation_id IS NOT NULL`,
    [plain],
  );

const inWords = (counts: ReadonlyMap<string | number, number>): string =>
  [...counts].map(([what, count]) => `${what} ${count}`).join(", ") || "none";
