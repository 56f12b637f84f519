import { randomBytes } from "node:crypto";
import { uuidv7 } from "uuidv7";
import type { App } from "@/server/app";
import { addPerson } from "@/server/users/add-person";
import { DEMO_PASSWORDS, type DemoPerson, noticePlace } from "@/server/users/take-demo-passwords";

/**
 * Makes a member and a builder, beside the administrator who sets Millrace up. Their random passwords wait, encrypted, for
 * the administrator to read them once.
 *
 * @returns the user ids of both
 */
export async function seedPeople(app: App, workspaceId: string): Promise<{ memberId: string; builderId: string }> {
  const member: DemoPerson = { ...DEMO_MEMBER, password: randomPassword() };
  const builder: DemoPerson = { ...DEMO_BUILDER, password: randomPassword() };
  const id = uuidv7();
  const sealed = await app.secretBox.seal(noticePlace({ workspaceId, id }), JSON.stringify([member, builder]));
  return app.db.$transaction(async (transaction) => {
    const memberId = await addPerson(app, transaction, { ...member, workspaceId });
    const builderId = await addPerson(app, transaction, { ...builder, workspaceId });
    await transaction.oneTimeNotice.create({ data: { id, workspaceId, kind: DEMO_PASSWORDS, ...sealed } });
    return { memberId, builderId };
  });
}

export const DEMO_MEMBER = { name: "Sam Sales", email: "sam@millrace.example", role: "member" } as const;
export const DEMO_BUILDER = { name: "Marta Ops", email: "marta@millrace.example", role: "builder" } as const;

/** 96 bits. */
const randomPassword = () => randomBytes(12).toString("base64url");
