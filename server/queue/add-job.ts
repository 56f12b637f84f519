import type { ClientBase } from "pg";
import type { TaskName } from "@/server/queue/tasks";

/**
 * Puts a job into the queue.
 * @param inside the client of the transaction whose change causes the job: both happen, or neither.
 * @param task waits at most once: a job of the same task that has not started is replaced.
 */
export async function addJob(inside: Pick<ClientBase, "query">, task: TaskName): Promise<void> {
  await inside.query("SELECT graphile_worker.add_job($1, job_key => $1)", [task]);
}
