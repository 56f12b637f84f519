import { Client } from "pg";

/** "millrace first" as a number. */
const LOCK = 1_835_625_074;

/**
 * Does the work of a start that processes must not do at the same moment: whichever starts first does it, the others find
 * it done.
 */
export async function holdStartLock<T>(databaseUrl: string, work: () => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: databaseUrl, application_name: "millrace start" });
  // The lock ends with the connection.
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
    return await work();
  } finally {
    await client.end();
  }
}
