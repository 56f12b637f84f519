import { runMigrations } from "graphile-worker";

/** Makes the queue's own tables where they are missing: a process may add jobs that works none off. */
export const migrateQueue = (databaseUrl: string): Promise<void> => runMigrations({ connectionString: databaseUrl });
