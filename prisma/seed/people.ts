import { randomBytes } from "node:crypto";
import { uuidv7 } from "uuidv7";
import type { App } from "@/server/app";
import { addPerson, type NewPerson } from "@/server/users/add-person";
import { hashPassword } from "@/server/users/hash-password";
import { DEMO_PASSWORDS, type DemoPerson, noticePlace } from "@/server/users/take-demo-passwords";

/**
 * Makes a member and a builder, beside the administrator who sets Millrace up. Their random passwords wait, encrypted, for
 * the administrator to read them once. Leaves everything alone when they are there.
 */
export async function seedPeople(app: App, { workspaceId }: { workspaceId: string }): Promise<void> {
  const people: DemoPerson[] = [DEMO_MEMBER, DEMO_BUILDER].map((person) => ({ ...person, password: randomPassword() }));
  const id = uuidv7();
  const sealed = await app.secretBox.seal(noticePlace({ workspaceId, id }), JSON.stringify(people));
  const known = { where: { email: DEMO_MEMBER.email }, select: { id: true } };
  if (await app.db.user.findUnique(known)) return;
  const newPeople: NewPerson[] = [];
  for (const { password, ...person } of people)
    newPeople.push({ ...person, workspaceId, passwordHash: await hashPassword(app, password) });
  await app.db.$transaction(async (transaction) => {
    if (await transaction.user.findUnique(known)) return;
    for (const person of newPeople) await addPerson(transaction, person);
    await transaction.oneTimeNotice.create({ data: { id, workspaceId, kind: DEMO_PASSWORDS, ...sealed } });
  });
}

const DEMO_MEMBER = { name: "Sam Sales", email: "sam@millrace.example", role: "member" } as const;
const DEMO_BUILDER = { name: "Marta Ops", email: "marta@millrace.example", role: "builder" } as const;

/** 96 bits. */
const randomPassword = () => randomBytes(12).toString("base64url");
