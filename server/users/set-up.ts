import { z } from "zod";
import { AppError } from "@/core/execution/errors";
import { passwordRule } from "@/core/users/password-rule";
import type { App } from "@/server/app";
import { addPerson } from "@/server/users/add-person";
import { ensureWorkspace } from "@/server/users/ensure-workspace";
import { hashPassword } from "@/server/users/hash-password";
import { readSetUpState } from "@/server/users/read-set-up-state";

export const setUpInput = z.strictObject({
  name: z.string().trim().min(1).max(120),
  email: z.email().max(254),
  password: passwordRule,
  language: z.enum(["en"]),
  timeZone: z.string().refine(isTimeZone, { error: "Unknown time zone" }),
});

/**
 * Makes the first administrator and gives the workspace its language and time zone. Works once.
 *
 * @throws {AppError} SET_UP_CLOSED when an administrator exists
 */
export async function setUp(app: App, input: z.infer<typeof setUpInput>): Promise<{ workspaceId: string }> {
  if (!(await readSetUpState(app)).open) throw new AppError("SET_UP_CLOSED");
  const { language, timeZone, password, name, email } = input;
  const passwordHash = await hashPassword(app, password);
  return app.db.$transaction(async (transaction) => {
    // Two people who send the form at once must not both become the first administrator.
    await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('millrace set-up'))`;
    const { open } = await readSetUpState(app, transaction);
    if (!open) throw new AppError("SET_UP_CLOSED");
    const workspaceId = await ensureWorkspace(app, transaction);
    await transaction.workspace.update({ where: { id: workspaceId }, data: { language, timeZone } });
    await addPerson(transaction, { name, email, passwordHash, workspaceId, role: "administrator" });
    return { workspaceId };
  });
}

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
  } catch {
    return false;
  }
}
