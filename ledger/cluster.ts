import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { createWriteStream, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pino } from "pino";
import { startEmbeddedPostgres } from "@/server/database/embedded/embedded";
import { livePostmaster, signalProcess } from "@/server/database/embedded/postmaster";

export type Role = "web" | "worker";

/** One process of the product, which may be gone or frozen. */
export interface Member {
  name: string;
  role: Role;
  port: number;
  child: ChildProcess | null;
  frozen: boolean;
}

const START_PATIENCE_MS = 90_000;

/** Several processes of the product on one PostgreSQL, and what can be done to them. */
export class Cluster {
  readonly apiKey = `ledger${randomBytes(16).toString("hex")}`;
  private readonly masterKey = randomBytes(32).toString("hex");
  private database: { url: string; stop(): Promise<void> } | null = null;
  private databasePort = 0;

  private constructor(
    private readonly folder: string,
    private readonly root: string,
    private readonly sinkPort: number,
    readonly members: Member[],
  ) {}

  /** Starts the database and every process. @param options.root where `dist/main.js` lies */
  static async start(options: { folder: string; root: string; sinkPort: number; roles: Role[] }): Promise<Cluster> {
    const { folder, root, sinkPort, roles } = options;
    const members = await Promise.all(
      roles.map(async (role, at) => ({
        name: `${role}-${at}`,
        role,
        port: await freePort(),
        child: null,
        frozen: false,
      })),
    );
    const cluster = new Cluster(folder, root, sinkPort, members);
    cluster.databasePort = await freePort();
    await cluster.startDatabase();
    // The first makes the schema and the workspace.
    for (const member of members) await cluster.startMember(member);
    return cluster;
  }

  get databaseUrl(): string {
    if (!this.database) throw new Error("the database is down");
    return this.database.url;
  }

  async startMember(member: Member): Promise<void> {
    const child = spawn(process.execPath, [join(this.root, "dist", "main.js")], {
      cwd: this.root,
      env: {
        NODE_ENV: "production",
        NEXT_TELEMETRY_DISABLED: "1",
        PORT: String(member.port),
        MILLRACE_ROLE: member.role,
        MILLRACE_DATA: join(this.folder, member.name),
        MILLRACE_DEMO: "0",
        MILLRACE_API_KEY: this.apiKey,
        MILLRACE_MASTER_KEY: this.masterKey,
        MILLRACE_EGRESS_ALLOW: `127.0.0.1:${this.sinkPort}`,
        MILLRACE_OWNER_EMAIL: "ledger@example.org",
        MILLRACE_OWNER_PASSWORD: this.masterKey.slice(0, 24),
        DATABASE_URL: this.databaseUrl,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const log = createWriteStream(join(this.folder, `${member.name}.log`), { flags: "a" });
    child.stdout.pipe(log);
    child.stderr.pipe(log);
    member.child = child;
    member.frozen = false;
    child.once("exit", () => {
      if (member.child === child) member.child = null;
    });
    const deadline = Date.now() + START_PATIENCE_MS;
    while (Date.now() < deadline && member.child === child) {
      if (await isReady(member.port)) return;
      await sleep(100);
    }
    if (member.child !== child) throw new Error(`${member.name} ended before it was ready`);
    throw new Error(`${member.name} was not ready in time`);
  }

  /** Kills a process as a power cut would. */
  async kill(member: Member): Promise<void> {
    const { child } = member;
    if (!child) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await gone;
  }

  /** Kills one of a process's own: a sandbox, the type checker. @returns whether there was one */
  killChildOf(member: Member): boolean {
    const [first] = childrenOf(member.child?.pid ?? 0);
    return first !== undefined && signalProcess(first, "SIGKILL");
  }

  freeze(member: Member): void {
    member.frozen = Boolean(member.child?.kill("SIGSTOP"));
  }

  thaw(member: Member): void {
    member.child?.kill("SIGCONT");
    member.frozen = false;
  }

  /** Stops a process in order and starts it again. */
  async restart(member: Member): Promise<void> {
    const { child } = member;
    if (child) {
      const gone = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await gone;
    }
    await this.startMember(member);
  }

  /** @param how `crash`: its log has to recover what was committed */
  async restartDatabase(how: "stop" | "crash"): Promise<void> {
    const postmaster = livePostmaster(join(this.folder, "database", "postgres"));
    if (how === "crash" && postmaster) {
      signalProcess(postmaster.pid, "SIGQUIT");
      while (livePostmaster(join(this.folder, "database", "postgres"))) await sleep(20);
    }
    await this.database?.stop();
    await this.startDatabase();
  }

  async stop(): Promise<void> {
    for (const member of this.members) {
      this.thaw(member);
      await this.kill(member);
    }
    await this.database?.stop();
  }

  private async startDatabase(): Promise<void> {
    const dataFolder = join(this.folder, "database");
    this.database = await startEmbeddedPostgres({
      dataFolder,
      log: pino({ level: "silent" }),
      port: this.databasePort,
    });
  }
}

async function isReady(port: number): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/ready`, { signal: AbortSignal.timeout(2_000) }).catch(
    () => null,
  );
  return answer?.ok === true;
}

/** As `/proc` has them; none where there is no such folder. */
function childrenOf(pid: number): number[] {
  try {
    return readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .filter((name) => parentOf(name) === pid)
      .map(Number);
  } catch {
    return [];
  }
}

function parentOf(pid: string): number | null {
  try {
    // The name in parentheses may hold anything.
    return Number(readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ")[1]);
  } catch {
    return null;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(address && typeof address === "object" ? address.port : 0));
    });
  });
}
