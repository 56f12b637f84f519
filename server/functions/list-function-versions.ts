import type { Actor, App } from "@/server/app";
import { findFunction } from "@/server/functions/find-function";

export interface FunctionVersionRow {
  number: number;
  note: string | null;
  publishedAt: Date;
  publishedBy: string | null;
}

const MOST = 200;

/**
 * Lists the versions of a function, newest first.
 *
 * @throws AppError NOT_FOUND
 */
export async function listFunctionVersions(
  app: App,
  actor: Actor,
  input: { id: string },
): Promise<FunctionVersionRow[]> {
  const { id } = await findFunction(app, actor, input.id);
  const versions = await app.db.functionVersion.findMany({
    where: { functionId: id, workspaceId: actor.workspaceId },
    orderBy: { number: "desc" },
    take: MOST,
    select: { number: true, note: true, createdAt: true, createdById: true },
  });
  const people = await app.db.user.findMany({
    where: { id: { in: versions.map(({ createdById }) => createdById) } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map((person) => [person.id, person.name]));
  return versions.map(({ number, note, createdAt, createdById }) => ({
    number,
    note,
    publishedAt: createdAt,
    publishedBy: names.get(createdById) ?? null,
  }));
}
