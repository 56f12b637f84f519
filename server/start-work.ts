import { setTimeout as sleep } from "node:timers/promises";
import type { App } from "@/server/app";
import { isHeld } from "@/server/installation/is-held";
import { type Queue, startQueue } from "@/server/queue/queue";
import { type Dispatcher, startDispatcher } from "@/server/runtime/dispatch/dispatcher";
import { overdueWork } from "@/server/runtime/dispatch/overdue-work";
import { startSweeper } from "@/server/runtime/sweeper";
import { startWaker } from "@/server/runtime/waker";

/** What was handed back has long ended then. */
const ENDED_WITHIN_MS = 5_000;

/** What a process does that nobody waits for. */
export interface Work {
  /** Each part that must go on, asked for real. */
  probes: { queue(): boolean; executions(): Promise<boolean> };
  /** Begins nothing more; what was begun goes on. */
  stopTaking(): Promise<void>;
  close(): Promise<void>;
}

/** Starts what works off the queues: executions that are queued, due or lost, and jobs. */
export async function startWork(app: App, databaseUrl: string): Promise<Work> {
  const sweeper = startSweeper(app);
  const waker = startWaker(app);
  const dispatcher: Dispatcher = startDispatcher(app);
  const stopTaking = async () => {
    await Promise.all([dispatcher.close(), waker.close()]);
  };
  let queue: Queue;
  try {
    queue = await startQueue(app, databaseUrl);
  } catch (error) {
    await Promise.all([stopTaking(), sweeper.close()]);
    throw error;
  }
  return {
    probes: {
      queue: queue.ready,
      executions: async () => dispatcher.ready() && ((await isHeld(app)) || (await overdueWork(app)) === 0),
    },
    stopTaking,
    close: async () => {
      await queue.close();
      await stopTaking();
      await sweeper.close();
      // One that was claimed a moment ago is put away only when it has been read.
      await Promise.race([dispatcher.ended(), sleep(ENDED_WITHIN_MS, undefined, { ref: false })]);
    },
  };
}
