import type { Role } from "@/core/users/roles";
import type { Actor, App } from "@/server/app";

export interface Person {
  id: string;
  name: string;
  email: string;
  role: Role;
  since: Date;
}

/** @returns everyone in the workspace, by name. */
export async function listPeople(app: App, actor: Actor): Promise<Person[]> {
  const memberships = await app.db.membership.findMany({
    where: { workspaceId: actor.workspaceId },
    select: { role: true, createdAt: true, user: { select: { id: true, name: true, email: true } } },
    orderBy: { user: { name: "asc" } },
  });
  return memberships.map(({ user, role, createdAt }) => ({ ...user, role, since: createdAt }));
}
