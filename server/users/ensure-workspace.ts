import { uuidv7 } from "uuidv7";
import type { App } from "@/server/app";
import type { Prisma } from "@/server/database/client";

/** Until someone sets Millrace up, and where the name is not asked for. */
const FIRST_WORKSPACE = { name: "Millrace", timeZone: "UTC", language: "en" };

/**
 * Finds the workspace, or makes it at the first start. One exists by default.
 *
 * @returns its id
 */
export async function ensureWorkspace(app: App, within: Prisma.TransactionClient = app.db): Promise<string> {
  const found = await within.workspace.findFirst({ orderBy: { createdAt: "asc" }, select: { id: true } });
  if (found) return found.id;
  const made = await within.workspace.create({ data: { id: uuidv7(), ...FIRST_WORKSPACE }, select: { id: true } });
  return made.id;
}
