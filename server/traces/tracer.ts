import type { Logger } from "pino";
import type { TraceReceiver } from "@/server/egress/trace-receiver";
import type { Env } from "@/server/env";
import type { JournalWrite } from "@/server/runtime/journal/journal-write";
import { spansOfWrite } from "@/server/traces/spans-of-write";

/** Tells a receiver of traces what executions did. */
export interface Tracer {
  committed(writes: readonly JournalWrite[]): void;
  /** Whether calls with a connection say which trace they belong to. */
  readonly sendsWithCalls: boolean;
  /** Sends what is left. */
  close(): Promise<void>;
}

/** The libraries that speak to a receiver are loaded only now. */
export function createTracer(settings: NonNullable<Env["traces"]>, log: Logger): Tracer {
  const opening: Promise<TraceReceiver | null> = import("@/server/egress/trace-receiver").then(
    ({ openTraceReceiver }) => openTraceReceiver(settings),
    (error: unknown) => {
      log.error({ err: error }, "traces cannot be sent");
      return null;
    },
  );
  return {
    sendsWithCalls: settings.sendWithCalls,
    committed: (writes) => {
      void opening.then((receiver) => {
        for (const write of receiver ? writes : []) for (const span of spansOfWrite(write)) receiver?.take(span);
      });
    },
    close: async () => {
      await (await opening)
        ?.close()
        .catch((error: unknown) => log.warn({ err: error }, "the last traces were not sent"));
    },
  };
}
