import { uuidv7 } from "uuidv7";
import { AppError } from "@/core/execution/errors";
import type { Role } from "@/core/users/roles";
import type { Prisma } from "@/server/database/client";

/**
 * Makes a person who can sign in with e-mail and password, and gives them their place in a workspace.
 *
 * @returns the new user's id
 * @throws {AppError} CONFLICT when the e-mail is taken
 */
export async function addPerson(transaction: Prisma.TransactionClient, person: NewPerson): Promise<string> {
  const email = person.email.trim().toLowerCase();
  if (await transaction.user.findUnique({ where: { email }, select: { id: true } })) throw new AppError("CONFLICT");
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
          password: person.passwordHash,
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
  /** From `hashPassword`. */
  passwordHash: string;
  role: Role;
}
