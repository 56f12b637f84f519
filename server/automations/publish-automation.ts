import { uuidv7 } from "uuidv7";
import type { Diagnostic } from "@/core/compiler/diagnostic";
import { AppError } from "@/core/execution/errors";
import type { Actor, App } from "@/server/app";
import { compileDraft } from "@/server/automations/compile-draft";
import { findAutomation } from "@/server/automations/find-automation";
import { goLive } from "@/server/automations/go-live";
import { ownerOfNew } from "@/server/automations/owner-of-new";
import { storedDocument } from "@/server/automations/stored-document";

export interface PublishInput {
  id: string;
  /** The revision the person saw. */
  revision: number;
  note?: string;
  /** Publish, but start nothing until resumed. */
  paused?: boolean;
}

export interface Published {
  versionId: string;
  number: number;
  /** Warnings that did not block. */
  diagnostics: Diagnostic[];
}

/**
 * Compiles the draft and makes it live: version, triggers and pill change together or not at all.
 *
 * @throws AppError NOT_FOUND
 * @throws AppError CONFLICT when the draft has another revision by now
 * @throws AppError CANNOT_PUBLISH with the diagnostics as its details
 */
export async function publishAutomation(app: App, actor: Actor, input: PublishInput): Promise<Published> {
  const automation = await findAutomation(app, actor, input.id);
  if (automation.revision !== input.revision) throw conflict(automation.revision);
  const document = storedDocument(automation.draft);
  const { program, diagnostics } = await compileDraft(app, actor, document, { typed: true });

  const personId = await ownerOfNew(app, actor);
  const now = app.clock.now();
  const versionId = uuidv7();
  const number = await app.db.$transaction(async (tx) => {
    const { count } = await tx.automation.updateMany({
      where: { id: automation.id, workspaceId: actor.workspaceId, deletedAt: null, revision: input.revision },
      data: {
        liveVersionId: versionId,
        publishedRevision: input.revision,
        paused: input.paused ?? false,
        updatedById: personId,
      },
    });
    if (count === 0) throw conflict(null);
    return goLive(tx, {
      id: versionId,
      workspaceId: actor.workspaceId,
      automationId: automation.id,
      document,
      program,
      note: input.note ?? null,
      createdById: personId,
      createdAt: now,
    });
  });
  await app.changes.notify({ kind: "automation", workspaceId: actor.workspaceId, id: automation.id });
  return { versionId, number, diagnostics };
}

const conflict = (revision: number | null): AppError => new AppError("CONFLICT", { what: "draft", revision });
