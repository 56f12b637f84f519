import { z } from "zod";
import { AppError } from "@/core/execution/errors";
import { passwordRule } from "@/core/users/password-rule";
import type { Actor, App } from "@/server/app";
import { authOf } from "@/server/users/auth";
import { hashPassword } from "@/server/users/hash-password";
import { revokeOtherSessions } from "@/server/users/revoke-other-sessions";
import { userIdOf } from "@/server/users/user-id-of";

export const changePasswordInput = z.strictObject({ current: z.string().max(1_000), next: passwordRule });

/**
 * Sets the person's password and ends their other sessions.
 *
 * @throws {AppError} WRONG_PASSWORD when the current one is not right
 */
export async function changePassword(
  app: App,
  actor: Actor,
  sessionId: string | null,
  input: z.infer<typeof changePasswordInput>,
): Promise<void> {
  const { password } = await authOf(app).$context;
  const account = await app.db.account.findFirst({
    where: { userId: userIdOf(actor), providerId: "credential" },
    select: { id: true, password: true },
  });
  const right = account?.password && (await password.verify({ hash: account.password, password: input.current }));
  if (!right) throw new AppError("WRONG_PASSWORD");
  await app.db.account.update({ where: { id: account.id }, data: { password: await hashPassword(app, input.next) } });
  await revokeOtherSessions(app, actor, sessionId);
}
