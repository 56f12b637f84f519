import { z } from "zod";
import type { Actor, App } from "@/server/app";

/** The kind of the notice that keeps the demo people's first passwords. */
export const DEMO_PASSWORDS = "demo-passwords";

const demoPersonSchema = z.object({
  name: z.string(),
  email: z.string(),
  role: z.enum(["member", "builder"]),
  password: z.string(),
});

export type DemoPerson = z.infer<typeof demoPersonSchema>;

/**
 * Gives out the demo people's first passwords, and forgets them: they are shown once.
 *
 * @returns nobody when they were given out before, or there are no demo people
 */
export async function takeDemoPasswords(app: App, actor: Actor): Promise<DemoPerson[]> {
  return app.db.$transaction(async (transaction) => {
    const notice = await transaction.oneTimeNotice.findFirst({
      where: { workspaceId: actor.workspaceId, kind: DEMO_PASSWORDS },
    });
    if (!notice) return [];
    const { count } = await transaction.oneTimeNotice.deleteMany({
      where: { id: notice.id, workspaceId: actor.workspaceId },
    });
    if (count === 0) return [];
    const text = await app.secretBox.open(noticePlace(notice), notice);
    return z.array(demoPersonSchema).parse(JSON.parse(text));
  });
}

/** What binds a notice's ciphertext to its row. */
export const noticePlace = (notice: { workspaceId: string; id: string }) => ({
  workspaceId: notice.workspaceId,
  table: "one_time_notice",
  row: notice.id,
  field: "ciphertext",
});
