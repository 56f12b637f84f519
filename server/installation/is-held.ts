import type { App } from "@/server/app";

/**
 * True after a restore, until an administrator resumes. Whatever starts or goes on without a person asks this first:
 * what was saved may have happened meanwhile, or another copy of this installation may still run.
 */
export async function isHeld(app: Pick<App, "pool">): Promise<boolean> {
  const { rowCount } = await app.pool.query({
    name: "is-held",
    text: "SELECT 1 FROM installation WHERE held_since IS NOT NULL",
  });
  return rowCount !== 0;
}
