import { AppError } from "@/core/execution/errors";
import type { Json } from "@/core/values/json";
import type { Actor, App } from "@/server/app";
import { readRecord } from "@/server/records/read-record";

/** What an execution that starts at a button is given. */
export interface ButtonPayload {
  payload: { [key: string]: Json };
  /** The record for the history. */
  record: { module: string; id: string; name: string };
}

/**
 * Gathers what a button gives its automation: the record, its module, and the person who pressed.
 *
 * @throws NOT_FOUND when the record is gone
 * @throws FORBIDDEN when nobody in particular presses, as with a management key
 */
export async function buttonPayload(
  app: App,
  actor: Actor,
  pressed: { module: string; id: string },
): Promise<ButtonPayload> {
  const { module, id } = pressed;
  const [{ record, name }, user] = await Promise.all([
    readRecord(app, actor.workspaceId, module, id),
    personWhoPresses(app, actor),
  ]);
  return { payload: { record, user, module }, record: { module, id: record.id, name } };
}

async function personWhoPresses(app: App, actor: Actor): Promise<{ [key: string]: Json }> {
  const { rows } = await app.pool.query<{ id: string; name: string; email: string }>({
    name: "person-who-presses",
    text: `SELECT u.id, u.name, u.email FROM "user" u JOIN membership m ON m.user_id = u.id
           WHERE m.workspace_id = $1 AND u.id = $2`,
    values: [actor.workspaceId, actor.userId],
  });
  const [person] = rows;
  if (!person) throw new AppError("FORBIDDEN", { role: "member" });
  return { ...person };
}
