import type { PoolClient } from "pg";
import type { App } from "@/server/app";

/** Does the work in one transaction: all of it is committed, or none when it throws. */
export async function inTransaction<T>(app: Pick<App, "pool">, work: (tx: PoolClient) => Promise<T>): Promise<T> {
  const tx = await app.pool.connect();
  let broken: Error | undefined;
  try {
    await tx.query("BEGIN");
    const result = await work(tx);
    await tx.query("COMMIT");
    return result;
  } catch (error) {
    await tx.query("ROLLBACK").catch((lost: Error) => {
      broken = lost;
    });
    throw error;
  } finally {
    // A connection that could not even roll back is not given to anyone else.
    tx.release(broken);
  }
}
