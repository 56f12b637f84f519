import { join } from "node:path";
import { firstLine, start } from "../processes.mjs";

/**
 * Starts what a programmer would write by hand for the same work: one handler for each workload, which writes the same
 * rows to the same tables of the same PostgreSQL before it answers.
 * @param {{ databaseUrl: string, stub: string }} options
 */
export async function startHandWritten({ databaseUrl, stub }) {
  const child = start([join(import.meta.dirname, "hand-written/server.mjs")], {
    DATABASE_URL: databaseUrl,
    STUB: stub,
  });
  const port = await firstLine(child, /^(\d+)$/);
  return { pid: child.pid, urlOf: (workload) => `http://127.0.0.1:${port}/${workload}` };
}
