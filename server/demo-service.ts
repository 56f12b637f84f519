import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Logger } from "pino";

/** The demo's mailing list as a running process. */
export interface DemoService {
  /** "http://127.0.0.1:41234", the base URL of its API. */
  url: string;
  /** What the egress settings must allow. */
  hostPort: string;
  /** The key it accepts; made at its first start. */
  apiKey: string;
  stop(): Promise<void>;
}

const RESTART_AFTER_MS = 1_000;
/** From the sources and from the bundle alike, one folder below the root. */
const ENTRY = fileURLToPath(new URL("../demo/mailing-list/main.mjs", import.meta.url));

/**
 * Starts the demo's mailing list and keeps it up: a process that dies is started again, on the same port.
 *
 * @param options.dataFolder its key, port and members are kept below
 * @throws Error when it does not come up
 */
export async function startDemoService(options: { dataFolder: string; log: Logger }): Promise<DemoService> {
  const folder = join(options.dataFolder, "demo-mailing-list");
  let stopping = false;
  let restart: NodeJS.Timeout | undefined;
  let running = await launch(folder);
  watch();

  function watch() {
    running.child.once("exit", (code, signal) => {
      if (stopping) return;
      options.log.warn({ code, signal }, "the demo's mailing list ended and is started again");
      restart = setTimeout(startAgain, RESTART_AFTER_MS);
    });
  }

  async function startAgain() {
    try {
      running = await launch(folder);
      if (stopping) running.child.kill();
      else watch();
    } catch (error) {
      options.log.error({ err: error }, "the demo's mailing list cannot be started");
      if (!stopping) restart = setTimeout(startAgain, RESTART_AFTER_MS);
    }
  }

  return {
    url: `http://127.0.0.1:${running.port}`,
    hostPort: `127.0.0.1:${running.port}`,
    apiKey: running.apiKey,
    async stop() {
      stopping = true;
      clearTimeout(restart);
      const { child } = running;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill();
      await ended;
    },
  };
}

interface Running {
  child: ChildProcess;
  port: number;
  apiKey: string;
}

function launch(folder: string): Promise<Running> {
  const child = fork(ENTRY, [folder], {
    env: { NODE_ENV: "production" },
    execArgv: [],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`the demo's mailing list ended with ${code} before it was ready`)));
    child.once("message", (message) => {
      child.removeAllListeners("exit");
      const { port, apiKey } = message as { port: number; apiKey: string };
      resolve({ child, port, apiKey });
    });
  });
}
