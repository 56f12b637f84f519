import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import { PrismaClient } from "@/server/database/generated/client";

export { Prisma, PrismaClient } from "@/server/database/generated/client";

/** The two doors to one database, and how to close them. */
export interface Database {
  db: PrismaClient;
  pool: Pool;
  close(): Promise<void>;
}

/**
 * Opens a database. Prisma and the raw pool have connections of their own, so that slow reads never hold up the journal.
 * @param url PostgreSQL connection string.
 * @param options.connections the most connections of each of the two; 10 unless told.
 * @param options.onError called when an idle connection breaks; the pool replaces it by itself.
 */
export function createDatabase(
  url: string,
  options: { connections?: number; onError?: (error: Error) => void } = {},
): Database {
  const { connections = 10, onError = () => {} } = options;
  const config = {
    connectionString: url,
    max: connections,
    application_name: "millrace",
    connectionTimeoutMillis: 10_000,
  };
  const pool = new Pool(config);
  pool.on("error", onError);
  // A connection that breaks while it is checked out reports on itself, not on the pool.
  pool.on("connect", (client) => client.on("error", onError));
  const db = new PrismaClient({
    adapter: new PrismaPg(config, { onPoolError: onError, onConnectionError: onError }),
    // The default of 5 s is too short for a busy machine: what a roll-back by the clock cuts off is half done, then undone.
    transactionOptions: { maxWait: 10_000, timeout: 30_000 },
  });
  return {
    db,
    pool,
    close: async () => {
      await Promise.all([db.$disconnect(), pool.end()]);
    },
  };
}
