import { AppError } from "@/core/execution/errors";
import { ROLES, roleAllows } from "@/core/users/roles";
import type { Actor, App } from "@/server/app";

/** Notes that this person has read these notices. Those that are not for them are not there. @throws AppError NOT_FOUND */
export async function markRead(app: App, actor: Actor, { ids }: { ids: string[] }): Promise<void> {
  const { workspaceId, userId } = actor;
  const role = { in: ROLES.filter((one) => roleAllows(actor.role, one)) };
  const found = await app.db.notice.findMany({ where: { workspaceId, role, id: { in: ids } }, select: { id: true } });
  const missing = ids.find((id) => !found.some((notice) => notice.id === id));
  if (missing) throw new AppError("NOT_FOUND", { what: "notice", id: missing });
  if (userId === null) return;
  const readAt = app.clock.now();
  await app.db.noticeRead.createMany({
    data: found.map(({ id }) => ({ noticeId: id, userId, readAt })),
    skipDuplicates: true,
  });
}
