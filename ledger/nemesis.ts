import { setTimeout as sleep } from "node:timers/promises";
import type { Cluster, Member } from "@/ledger/cluster";
import type { Random } from "@/ledger/random";

const FAULTS = [
  "kill",
  "kill-child",
  "freeze",
  "restart",
  "kill",
  "stop-database",
  "kill-child",
  "crash-database",
] as const;
type Fault = (typeof FAULTS)[number];

/** Longer than a lease, so that another process takes over what a frozen one holds. */
const FROZEN_MS = 35_000;

/** Does harm to a cluster: every kind in turn, in an order and at moments that the seed decides. */
export class Nemesis {
  private readonly healing = new Set<Promise<void>>();
  /** Those that are being started again. */
  private readonly leaving = new Set<Member>();
  private isOver = false;
  /** What was done, by kind. */
  readonly done = new Map<Fault, number>();

  constructor(
    private readonly cluster: Cluster,
    private readonly random: Random,
    private readonly say: (line: string) => void,
  ) {}

  async harmFor(seconds: number): Promise<void> {
    const end = performance.now() + seconds * 1_000;
    let turn: Fault[] = [];
    while (performance.now() < end) {
      await sleep(this.random.between(1_500, 4_000));
      if (turn.length === 0) turn = this.shuffled();
      await this.harm(turn.pop()!);
    }
  }

  /** Ends every fault: all processes run again. */
  async heal(): Promise<void> {
    this.isOver = true;
    while (this.healing.size > 0) await Promise.all(this.healing);
    for (const member of this.cluster.members) {
      this.cluster.thaw(member);
      if (!member.child) await this.cluster.startMember(member);
    }
  }

  private async harm(fault: Fault): Promise<void> {
    const well = this.wellExceptLastWeb();
    const isDatabase = fault === "stop-database" || fault === "crash-database";
    if (!isDatabase && well.length === 0) return;
    const member = isDatabase ? null : this.random.pick(well);
    this.say(`${fault}${member ? ` ${member.name}` : ""}`);
    this.done.set(fault, (this.done.get(fault) ?? 0) + 1);
    if (fault === "stop-database") await this.cluster.restartDatabase("stop");
    else if (fault === "crash-database") await this.cluster.restartDatabase("crash");
    else if (fault === "kill-child") this.cluster.killChildOf(member!);
    else if (fault === "freeze") this.later(this.freeze(member!));
    else if (fault === "restart") this.later(this.revived(member!, () => this.cluster.restart(member!)));
    else {
      await this.cluster.kill(member!);
      this.later(this.revived(member!, () => this.startAgain(member!)));
    }
  }

  /** Callers always find somebody: what nobody answers proves nothing. */
  private wellExceptLastWeb(): Member[] {
    const well = this.cluster.members.filter((member) => member.child && !member.frozen && !this.leaving.has(member));
    const webs = well.filter(({ role }) => role === "web");
    return webs.length > 1 ? well : well.filter(({ role }) => role !== "web");
  }

  private async freeze(member: Member): Promise<void> {
    this.cluster.freeze(member);
    const until = performance.now() + FROZEN_MS;
    while (performance.now() < until && member.frozen && !this.isOver) await sleep(200);
    // The lease must be over, also at the end.
    await sleep(Math.max(0, until - performance.now()));
    this.cluster.thaw(member);
  }

  private async startAgain(member: Member): Promise<void> {
    await sleep(this.random.between(300, 2_500));
    await this.cluster.startMember(member);
  }

  /** A start may meet a database that is down: it says so and ends, and whoever watches it starts it again. */
  private async revived(member: Member, start: () => Promise<void>): Promise<void> {
    this.leaving.add(member);
    await this.revive(member, start).finally(() => this.leaving.delete(member));
  }

  private async revive(member: Member, start: () => Promise<void>): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        if (attempt === 1) await start();
        else if (!member.child) await this.cluster.startMember(member);
        return;
      } catch (error) {
        if (attempt === 5) throw error;
        await sleep(1_000);
      }
    }
  }

  private later(healing: Promise<void>): void {
    const settled = healing.finally(() => this.healing.delete(settled));
    this.healing.add(settled);
    settled.catch(() => {});
  }

  private shuffled(): Fault[] {
    const left = [...FAULTS];
    return FAULTS.map(() => left.splice(this.random.between(0, left.length - 1), 1)[0]!);
  }
}
