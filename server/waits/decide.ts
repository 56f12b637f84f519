import { AppError } from "@/core/execution/errors";
import { roleAllows } from "@/core/users/roles";
import type { Actor, App } from "@/server/app";
import { answerWait } from "@/server/runtime/answer-wait";

export interface DecideInput {
  /** The wait that asks. */
  id: string;
  decision: "approved" | "refused";
  comment: string;
}

/**
 * Answers an approval: for the people it names, and for every builder.
 *
 * @throws NOT_FOUND, also for somebody who is not asked
 * @throws CONFLICT when it was answered, or its deadline has passed
 */
export async function decide(app: App, actor: Actor, { id, decision, comment }: DecideInput): Promise<void> {
  const { workspaceId, userId } = actor;
  const person = await app.db.user.findFirst({
    where: { id: userId ?? "", memberships: { some: { workspaceId } } },
    select: { id: true, name: true, email: true },
  });
  const ticket = await app.db.waitTicket.findFirst({
    where: { id, workspaceId, kind: "approval" },
    select: { approvers: true },
  });
  if (!ticket || !person || !mayDecide(actor, person.email, ticket.approvers))
    throw new AppError("NOT_FOUND", { what: "approval", id });
  const answer = { decision, by: person, comment, at: app.clock.now().toISOString() };
  const where = "id = $1 AND workspace_id = $2";
  if (!(await answerWait(app, { where, values: [id, workspaceId] }, answer)))
    throw new AppError("CONFLICT", { what: "approval", id });
}

/** @param email of the actor */
export const mayDecide = (actor: Actor, email: string, approvers: readonly string[]): boolean =>
  roleAllows(actor.role, "builder") || approvers.includes(email.toLowerCase());
