import { fileURLToPath } from "node:url";
import { parseEnv, SettingsError } from "@/server/env";
import { openLog } from "@/server/log";
import { startMillrace } from "@/server/millrace";
import { endOnFaults } from "@/server/process-faults";

/** From the sources and from the bundle alike, one folder up. */
const root = fileURLToPath(new URL("..", import.meta.url));

process.setSourceMapsEnabled(true);
await main();

/** The process: settings in, signals heard, everything started, and one line when it is ready. */
async function main(): Promise<void> {
  try {
    const env = parseEnv();
    const { log, flush } = openLog(env.dataFolder);
    process.on("exit", flush);
    const starting = startMillrace({ env, log, root, dev: process.argv.includes("--dev") });
    const stop = async () => {
      const millrace = await starting.catch(() => null);
      await millrace?.stop();
    };

    let signals = 0;
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.on(signal, () => {
        signals += 1;
        if (signals > 1) process.exit(130);
        log.info({ signal }, "stopping");
        stop().finally(() => process.exit(0));
      });
    }

    const { url } = await starting;
    endOnFaults(log, stop);
    console.log(`Millrace is ready: ${url}  (Ctrl+C stops it)`);
  } catch (error) {
    console.error(sentenceOf(error));
    process.exit(1);
  }
}

function sentenceOf(error: unknown): string {
  if (error instanceof SettingsError)
    return error.mistakes.map((mistake) => `Millrace cannot start: ${mistake}`).join("\n");
  if (error instanceof Error) return `Millrace cannot start: ${error.message}`;
  return `Millrace cannot start: ${String(error)}`;
}
