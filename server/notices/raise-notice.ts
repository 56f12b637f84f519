import type { PoolClient } from "pg";
import { uuidv7 } from "uuidv7";
import type { Role } from "@/core/users/roles";
import type { Json } from "@/core/values/json";
import type { App } from "@/server/app";
import { inTransaction } from "@/server/database/in-transaction";
import { mailNotice } from "@/server/notices/mail-notice";
import type { NoticeKind } from "@/server/notices/notice-kinds";

export interface NewNotice {
  workspaceId: string;
  kind: NoticeKind;
  /** What has the same cause is the same notice, which counts how often. */
  cause: string;
  params: Record<string, Json>;
  /** The least role it is for. */
  role: Role;
}

/**
 * Tells people of something. The first time, a mail goes to the administrators as well; after that the notice that is
 * there counts up, and those who have read it are not told again.
 */
export const raiseNotice = (app: App, notice: NewNotice): Promise<void> =>
  inTransaction(app, (tx) => raiseNoticeInside(tx, app, notice));

/** The same inside the transaction of what it tells of. */
export async function raiseNoticeInside(tx: PoolClient, app: App, notice: NewNotice): Promise<void> {
  const { workspaceId, kind, cause, params, role } = notice;
  const { rows } = await tx.query<{ isNew: boolean; id: string }>(RAISE, [
    ...[uuidv7(), workspaceId, kind, cause, JSON.stringify(params), role, app.clock.now()],
  ]);
  const [raised] = rows;
  if (raised?.isNew) await mailNotice(app, tx, { workspaceId, kind, params });
  if (raised) await app.changes.notify({ kind: "notice", workspaceId, id: raised.id }, tx);
}

const RAISE = `
  INSERT INTO notice (id, workspace_id, kind, cause, params, role, created_at, last_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $7)
  ON CONFLICT (workspace_id, cause) DO UPDATE SET count = notice.count + 1, last_at = excluded.last_at
  RETURNING id, id = $1::uuid AS "isNew"`;
