import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { destination, type Logger, pino } from "pino";

/** A log and the way to make sure that all of it is written. */
export interface OpenLog {
  log: Logger;
  flush(): void;
}

/** Opens the structured log of a process: one JSON object a line in `logs/millrace.log` of the data folder. */
export function openLog(dataFolder: string): OpenLog {
  const folder = join(dataFolder, "logs");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = destination({ dest: join(folder, "millrace.log"), mode: 0o600, sync: false, minLength: 0 });
  const log = pino(
    { base: { pid: process.pid }, redact: SECRET_FIELDS, timestamp: () => `,"time":"${new Date().toISOString()}"` },
    file,
  );
  return { log, flush: () => file.flushSync() };
}

const SECRET_FIELDS = ["headers.authorization", "headers.cookie", "*.password", "*.apiKey", "*.secret", "*.token"];
