import type { App } from "@/server/app";
import { addPerson } from "@/server/users/add-person";
import { ensureWorkspace } from "@/server/users/ensure-workspace";
import { readSetUpState } from "@/server/users/read-set-up-state";

/** Makes the administrator named in the settings, where there is none yet. Called at every start, before serving. */
export async function ensureOwner(app: App): Promise<void> {
  const { owner } = app.env;
  if (!owner) return;
  await app.db.$transaction(async (transaction) => {
    await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('millrace set-up'))`;
    const { open } = await readSetUpState(app, transaction);
    if (!open) return;
    const workspaceId = await ensureWorkspace(app, transaction);
    const name = owner.email.split("@")[0] ?? owner.email;
    await addPerson(app, transaction, { ...owner, name, workspaceId, role: "administrator" });
    app.log.info("the administrator named in MILLRACE_OWNER_EMAIL was made");
  });
}
