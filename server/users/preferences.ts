import { z } from "zod";
import type { Actor, App } from "@/server/app";
import { userIdOf } from "@/server/users/user-id-of";

const STEPS = ["opened-record", "pressed-button", "opened-run"] as const;
const CARDS = ["first-run"] as const;

/** What a person has seen and put away. */
const preferencesSchema = z.object({
  /** Steps of the first-run checklist that are done. */
  done: z.array(z.enum(STEPS)).default([]),
  /** Cards that were put away. */
  dismissed: z.array(z.enum(CARDS)).default([]),
});

export type Preferences = z.infer<typeof preferencesSchema>;

export const preferencesChange = z.strictObject({
  /** A step to tick. */
  done: z.enum(STEPS).optional(),
  dismiss: z.enum(CARDS).optional(),
  /** A card to show again. */
  restore: z.enum(CARDS).optional(),
});

/** @returns the person's preferences; what is not set has its default. */
export async function readPreferences(app: App, actor: Actor): Promise<Preferences> {
  const membership = await app.db.membership.findUnique({ where: placeOf(actor), select: { preferences: true } });
  return preferencesSchema.parse(membership?.preferences ?? {});
}

/** @returns the preferences after the change. */
export async function changePreferences(
  app: App,
  actor: Actor,
  change: z.infer<typeof preferencesChange>,
): Promise<Preferences> {
  const { done, dismissed } = await readPreferences(app, actor);
  const next: Preferences = {
    done: change.done ? [...new Set([...done, change.done])] : done,
    dismissed: [...new Set([...dismissed, ...(change.dismiss ? [change.dismiss] : [])])].filter(
      (card) => card !== change.restore,
    ),
  };
  await app.db.membership.update({ where: placeOf(actor), data: { preferences: next } });
  return next;
}

const placeOf = (actor: Actor) => ({
  workspaceId_userId: { workspaceId: actor.workspaceId, userId: userIdOf(actor) },
});
