import { uuidv7 } from "uuidv7";
import { AppError } from "@/core/execution/errors";
import { roleAllows } from "@/core/users/roles";
import type { Actor, App } from "@/server/app";
import { Prisma } from "@/server/database/client";
import { SHORTEST_SECRET } from "@/server/runtime/host/redact";
import { refuseWhileUsed } from "@/server/variables/refuse-while-used";
import { secretPlace } from "@/server/variables/secret-place";

export interface SaveVariableInput {
  /** Null adds one. */
  id: string | null;
  name: string;
  kind: "plain" | "secret";
  /** Left out: as it was. */
  value?: string;
  description: string;
}

/**
 * Adds a variable or changes it. A secret's value is sealed and never given back; a secret never becomes plain.
 *
 * @throws FORBIDDEN when a secret is saved by anybody but an administrator
 * @throws NOT_FOUND; BAD_REQUEST without a value to begin with, or for a secret too short to be told from other text;
 *   CONFLICT when the name is taken; IN_USE when the old name is used
 */
export async function saveVariable(app: App, actor: Actor, input: SaveVariableInput): Promise<{ id: string }> {
  const { workspaceId, userId } = actor;
  const before = input.id ? await app.db.variable.findFirst({ where: { id: input.id, workspaceId } }) : null;
  if (input.id && !before) throw new AppError("NOT_FOUND", { what: "variable", id: input.id });
  const kind = before?.kind === "secret" ? "secret" : input.kind;
  if (kind === "secret" && !roleAllows(actor.role, "administrator"))
    throw new AppError("FORBIDDEN", { role: "administrator" });
  if (input.value === undefined && before?.kind !== kind) throw new AppError("BAD_REQUEST", { reason: "value" });

  if (kind === "secret" && input.value !== undefined && input.value.length < SHORTEST_SECRET)
    throw new AppError("BAD_REQUEST", { reason: "short_secret", shortest: SHORTEST_SECRET });
  if (before && before.name !== input.name) await refuseWhileUsed(app, actor, before.name);

  const id = before?.id ?? uuidv7();
  const { name, description } = input;
  const data = { name, kind, description, updatedAt: app.clock.now(), updatedById: userId };
  const content = input.value === undefined ? {} : await contentOf(app, { workspaceId, id, kind, value: input.value });
  try {
    if (before) await app.db.variable.updateMany({ where: { id, workspaceId }, data: { ...data, ...content } });
    else await app.db.variable.create({ data: { id, workspaceId, createdAt: data.updatedAt, ...data, ...content } });
  } catch (error) {
    const isTaken = error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
    throw isTaken ? new AppError("CONFLICT", { what: "variable", name }, { cause: error }) : error;
  }
  await app.changes.notify({ kind: "variable", workspaceId, id });
  return { id };
}

async function contentOf(
  app: App,
  { workspaceId, id, kind, value }: { workspaceId: string; id: string; kind: "plain" | "secret"; value: string },
) {
  if (kind === "plain") return { value, keyVersion: null, ciphertext: null };
  const { keyVersion, ciphertext } = await app.secretBox.seal(secretPlace(workspaceId, id), value);
  return { value: null, keyVersion, ciphertext };
}
