import type { App } from "@/server/app";
import { addPerson } from "@/server/users/add-person";
import { ensureWorkspace } from "@/server/users/ensure-workspace";
import { hashPassword } from "@/server/users/hash-password";
import { readSetUpState } from "@/server/users/read-set-up-state";

/** Makes the administrator named in the settings, where there is none yet. Called at every start, before serving. */
export async function ensureOwner(app: App): Promise<void> {
  const { owner } = app.env;
  if (!owner || !(await readSetUpState(app)).open) return;
  const passwordHash = await hashPassword(app, owner.password);
  await app.db.$transaction(async (transaction) => {
    await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('millrace set-up'))`;
    const { open } = await readSetUpState(app, transaction);
    if (!open) return;
    const workspaceId = await ensureWorkspace(app, transaction);
    const { email } = owner;
    const name = email.split("@")[0] ?? email;
    await addPerson(transaction, { email, name, passwordHash, workspaceId, role: "administrator" });
    app.log.info("the administrator named in MILLRACE_OWNER_EMAIL was made");
  });
}
