import type { Logger } from "pino";

/**
 * Ends the process in order after an error nobody caught: its state is unknown from then on. Call it after Next is loaded,
 * whose own listeners would keep the process alive.
 */
export function endOnFaults(log: Logger, end: () => Promise<void>): void {
  process.removeAllListeners("uncaughtException");
  process.removeAllListeners("unhandledRejection");
  const fault = (kind: string) => (error: unknown) => {
    log.fatal({ err: error }, kind);
    console.error(
      `Millrace stops because of an error nobody expected: ${error instanceof Error ? error.stack : error}`,
    );
    end().finally(() => process.exit(1));
  };
  process.once("uncaughtException", fault("uncaught exception"));
  process.once("unhandledRejection", fault("unhandled rejection"));
}
