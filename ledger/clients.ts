import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Member } from "@/ledger/cluster";
import type { Random } from "@/ledger/random";

/** What a caller was told, and so may rely on. */
export interface Acknowledgement {
  n: number;
  executionId: string;
  said: "succeeded" | "accepted" | "failed";
}

/** A caller gives up then; what it was not told does not count. */
const PATIENCE_MS = 90_000;

/** Callers that send at a steady rate, whatever becomes of their calls, and write down every answer. */
export class Clients {
  readonly acknowledged: Acknowledgement[] = [];
  /** How often each status was answered; 0: no answer. */
  readonly answers = new Map<number, number>();
  private readonly underWay = new Set<Promise<unknown>>();
  private n = 0;

  constructor(
    private readonly folder: string,
    private readonly apiKey: string,
    private readonly members: readonly Member[],
    /** Ids of the automations to call; the last one in a tenth of the calls. */
    private readonly automations: readonly [string, string],
    private readonly random: Random,
  ) {}

  /** Sends for so long. @param rate calls a second */
  async sendFor(seconds: number, rate: number): Promise<void> {
    const begin = performance.now();
    for (let sent = 0; sent < seconds * rate; sent++) {
      const due = begin + (sent * 1_000) / rate;
      await sleep(Math.max(0, due - performance.now()));
      this.follow(this.send());
    }
  }

  /** Sends so many, a few at a time. @returns those that were told their execution succeeded */
  async sendAll(count: number): Promise<number> {
    const before = this.acknowledged.length;
    let left = count;
    const caller = async () => {
      while (left-- > 0) await this.send({ isAsync: false, automation: this.automations[0] });
    };
    await Promise.all(Array.from({ length: 8 }, caller));
    return this.acknowledged.slice(before).filter(({ said }) => said === "succeeded").length;
  }

  /** Resolves when every call has its answer, or has none for good. */
  async settled(): Promise<void> {
    await Promise.all(this.underWay);
  }

  private async send({
    isAsync = this.random.next() < 0.5,
    automation = this.automations[this.random.next() < 0.1 ? 1 : 0],
  } = {}): Promise<void> {
    const n = ++this.n;
    const { port } = this.random.pick(this.members.filter(({ role }) => role === "web"));
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/automations/${automation}/execute`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${this.apiKey}`,
        "content-type": "application/json",
        ...(isAsync ? { prefer: "respond-async" } : {}),
      },
      body: JSON.stringify({ n }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
      .then(async (response) => ({ status: response.status, body: await response.json() }))
      .catch(() => ({ status: 0, body: null }));
    this.answers.set(answer.status, (this.answers.get(answer.status) ?? 0) + 1);
    const executionId = answer.body?.details?.executionId;
    if (!executionId) return;
    const said = answer.status === 200 ? "succeeded" : answer.status === 202 ? "accepted" : "failed";
    const acknowledgement: Acknowledgement = { n, executionId, said };
    this.acknowledged.push(acknowledgement);
    appendFileSync(join(this.folder, "acknowledged.jsonl"), `${JSON.stringify(acknowledgement)}\n`);
  }

  private follow(sending: Promise<unknown>): void {
    const settled = sending.finally(() => this.underWay.delete(settled));
    this.underWay.add(settled);
  }
}
