import { uuidv7 } from "uuidv7";
import { emptyDocument } from "@/core/graph/empty-document";
import type { Actor, App } from "@/server/app";
import { ownerOfNew } from "@/server/automations/owner-of-new";
import { parseDraft } from "@/server/automations/parse-draft";

export interface CreateAutomationInput {
  /** Shown everywhere; takes the place of the document's name. */
  name: string;
  /** The draft to begin with; empty when left out. */
  document?: unknown;
  /** The function it was made from, by "Attach". */
  fromFunctionId?: string;
}

/**
 * Makes an automation with a draft and no live version.
 *
 * @throws AppError BAD_REQUEST when the document is malformed
 */
export async function createAutomation(
  app: App,
  actor: Actor,
  input: CreateAutomationInput,
): Promise<{ id: string; revision: number }> {
  const document = input.document === undefined ? emptyDocument(input.name) : parseDraft(input.document);
  const ownerId = await ownerOfNew(app, actor);
  const now = app.clock.now();
  const created = await app.db.automation.create({
    data: {
      id: uuidv7(),
      workspaceId: actor.workspaceId,
      name: input.name,
      draft: { ...document, name: input.name },
      ownerId,
      fromFunctionId: input.fromFunctionId,
      createdAt: now,
      updatedAt: now,
      updatedById: ownerId,
    },
    select: { id: true, revision: true },
  });
  return created;
}
