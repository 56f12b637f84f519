import { uuidv7 } from "uuidv7";
import { AppError } from "@/core/execution/errors";
import type { Role } from "@/core/users/roles";
import type { App } from "@/server/app";
import type { Prisma } from "@/server/database/client";
import { authOf } from "@/server/users/auth";

/**
 * Makes a person who can sign in with e-mail and password, and gives them their place in a workspace.
 *
 * @returns the new user's id
 * @throws {AppError} CONFLICT when the e-mail is taken
 */
export async function addPerson(app: App, transaction: Prisma.TransactionClient, person: NewPerson): Promise<string> {
  const email = person.email.trim().toLowerCase();
  if (await transaction.user.findUnique({ where: { email }, select: { id: true } })) throw new AppError("CONFLICT");
  const { password } = await authOf(app).$context;
  const id = uuidv7();
  await transaction.user.create({
    data: {
      id,
      email,
      name: person.name.trim(),
      emailVerified: false,
      accounts: {
        create: {
          id: uuidv7(),
          accountId: id,
          providerId: "credential",
          password: await password.hash(person.password),
        },
      },
      memberships: { create: { workspaceId: person.workspaceId, role: person.role } },
    },
  });
  return id;
}

export interface NewPerson {
  workspaceId: string;
  name: string;
  email: string;
  password: string;
  role: Role;
}
