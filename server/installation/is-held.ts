import type { App } from "@/server/app";

/**
 * True after a restore, until an administrator resumes. Whatever starts or goes on without a person asks this first:
 * what was saved may have happened meanwhile, or another copy of this installation may still run. Nothing is held while
 * it runs, so a process that has once seen that nothing is does not ask again.
 */
export async function isHeld(app: Pick<App, "pool">): Promise<boolean> {
  if (goingOn.has(app.pool)) return false;
  const { rowCount } = await app.pool.query("SELECT 1 FROM installation WHERE held_since IS NOT NULL");
  if (rowCount === 0) goingOn.add(app.pool);
  return rowCount !== 0;
}

const goingOn = new WeakSet<App["pool"]>();
