import { AppError } from "@/core/execution/errors";
import type { Actor, App } from "@/server/app";
import { variableUses } from "@/server/variables/variable-uses";

/** @throws AppError IN_USE with the automations and functions that name the variable */
export async function refuseWhileUsed(app: App, actor: Actor, name: string): Promise<void> {
  const users = (await variableUses(app, actor))(name);
  if (users.length === 0) return;
  const names = users.map((user) => user.name).join(", ");
  throw new AppError("IN_USE", { users: names }, { details: { users: users.map((user) => ({ ...user })) } });
}
