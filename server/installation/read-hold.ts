import type { App } from "@/server/app";

/** Since when nothing starts by itself, and how much waits for it. */
export interface Hold {
  since: Date;
  /** Executions that are due or were cut off. */
  executions: number;
  /** Mails that wait to be sent. */
  mails: number;
}

/** @returns null when everything runs as usual */
export async function readHold(app: App, { workspaceId }: { workspaceId: string }): Promise<Hold | null> {
  const row = await app.db.installation.findFirst({ where: { heldSince: { not: null } } });
  if (!row?.heldSince) return null;
  const [executions, mails] = await Promise.all([
    app.db.execution.count({ where: { workspaceId, status: { in: ["queued", "running", "waiting"] } } }),
    app.db.outgoingMail.count({ where: { workspaceId, status: "queued" } }),
  ]);
  return { since: row.heldSince, executions, mails };
}
