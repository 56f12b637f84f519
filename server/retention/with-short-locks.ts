import { setTimeout as sleep } from "node:timers/promises";
import type { PoolClient } from "pg";
import type { App } from "@/server/app";
import { inTransaction } from "@/server/database/in-transaction";

const ATTEMPTS = 20;
const PAUSE_MS = 250;
const LOCK_NOT_AVAILABLE = "55P03";
/** "millrace partitions" as a number: one process at a time changes them. */
const LOCK = 1_835_626_356;

/**
 * Changes tables in a transaction that waits for a lock no longer than a moment, because everybody else waits behind it;
 * then it is tried again.
 *
 * @returns false when the tables were in use for all that time
 */
export async function withShortLocks(
  app: Pick<App, "pool">,
  work: (tx: PoolClient) => Promise<void>,
): Promise<boolean> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await inTransaction(app, async (tx) => {
        await tx.query("SET LOCAL lock_timeout = '200ms'");
        await tx.query("SELECT pg_advisory_xact_lock($1)", [LOCK]);
        await work(tx);
      });
      return true;
    } catch (error) {
      if ((error as { code?: string }).code !== LOCK_NOT_AVAILABLE) throw error;
      if (attempt === ATTEMPTS) return false;
      await sleep(PAUSE_MS);
    }
  }
}
