import type { Role } from "@/core/users/roles";
import type { Actor, App } from "@/server/app";
import { DEMO_PASSWORDS } from "@/server/users/take-demo-passwords";
import { userIdOf } from "@/server/users/user-id-of";

export interface Me {
  userId: string;
  name: string;
  email: string;
  role: Role;
  workspace: { name: string; timeZone: string; language: string };
  /** True while the demo people's first passwords wait for the administrator. */
  demoPasswordsWaiting: boolean;
}

/** Who is signed in, and where: what the frame of every page shows. */
export async function readMe(app: App, actor: Actor): Promise<Me> {
  const userId = userIdOf(actor);
  const { workspaceId, role } = actor;
  const [user, workspace, notices] = await Promise.all([
    app.db.user.findUniqueOrThrow({ where: { id: userId }, select: { name: true, email: true } }),
    app.db.workspace.findUniqueOrThrow({
      where: { id: workspaceId },
      select: { name: true, timeZone: true, language: true },
    }),
    role === "administrator" ? app.db.oneTimeNotice.count({ where: { workspaceId, kind: DEMO_PASSWORDS } }) : 0,
  ]);
  return { userId, ...user, role, workspace, demoPasswordsWaiting: notices > 0 };
}
