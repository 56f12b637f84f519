import { ROLES, roleAllows } from "@/core/users/roles";
import type { Json } from "@/core/values/json";
import type { Actor, App } from "@/server/app";
import type { NoticeKind } from "@/server/notices/notice-kinds";

export interface ListedNotice {
  id: string;
  kind: NoticeKind;
  params: Record<string, Json>;
  /** How often it happened. */
  count: number;
  createdAt: Date;
  lastAt: Date;
  isRead: boolean;
}

const MOST = 50;
const SHOWN_DAYS = 30;
const DAY_MS = 86_400_000;

/** What this person should know of, the newest first. */
export async function listNotices(app: App, actor: Actor): Promise<ListedNotice[]> {
  const rows = await app.db.notice.findMany({
    where: {
      workspaceId: actor.workspaceId,
      role: { in: ROLES.filter((role) => roleAllows(actor.role, role)) },
      lastAt: { gte: new Date(app.clock.now().getTime() - SHOWN_DAYS * DAY_MS) },
    },
    orderBy: [{ lastAt: "desc" }, { id: "desc" }],
    take: MOST,
    select: {
      ...{ id: true, kind: true, params: true, count: true, createdAt: true, lastAt: true },
      reads: { where: { userId: actor.userId ?? "" }, select: { readAt: true } },
    },
  });
  return rows.map(({ reads, ...row }) => ({
    ...row,
    kind: row.kind as NoticeKind,
    params: row.params as Record<string, Json>,
    isRead: reads.length > 0,
  }));
}
