import type { Pool, PoolClient } from "pg";

/** Does the work in one transaction of the raw pool: all of it is committed, or none when it throws. */
export async function inTransaction<T>(from: { pool: Pool }, work: (tx: PoolClient) => Promise<T>): Promise<T> {
  const tx = await from.pool.connect();
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
