import type { App } from "@/server/app";
import type { Prisma } from "@/server/database/client";

/** @returns whether the set-up page is open: nobody administers this Millrace yet. */
export async function readSetUpState(app: App, within: Prisma.TransactionClient = app.db): Promise<{ open: boolean }> {
  const administrators = await within.membership.count({ where: { role: "administrator" } });
  return { open: administrators === 0 };
}
