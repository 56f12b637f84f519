import { compile } from "@/core/compiler/compile";
import type { Diagnostic } from "@/core/compiler/diagnostic";
import type { CompileContext } from "@/core/compiler/program";
import type { AutomationDocument } from "@/core/graph/document";
import { type DocumentChange, documentChanges } from "@/core/graph/document-changes";
import { findNodeType } from "@/core/nodes/catalogue";
import { describeNode } from "@/core/nodes/describe-node";
import type { Sentence } from "@/core/nodes/node-type";
import type { Actor, App } from "@/server/app";
import { compileContext } from "@/server/automations/compile-context";
import { findAutomation } from "@/server/automations/find-automation";
import { readVersionDocument } from "@/server/automations/read-version-document";
import { storedDocument } from "@/server/automations/stored-document";
import { startFindings } from "@/server/triggers/start-findings";
import { checkTypes } from "@/server/typecheck/check-types";

export interface PublishPreview {
  revision: number;
  /** The number the new version will have. */
  number: number;
  /** What changes against the live version. */
  changes: DocumentChange[];
  /** Errors block publishing. */
  diagnostics: Diagnostic[];
  /** Where people will find it: one sentence a start. */
  places: { nodeId: string; type: string; module: string | null; sentence: Sentence }[];
}

/**
 * Says what publishing the draft would change.
 *
 * @throws AppError NOT_FOUND
 */
export async function publishPreview(app: App, actor: Actor, input: { id: string }): Promise<PublishPreview> {
  const automation = await findAutomation(app, actor, input.id);
  const draft = storedDocument(automation.draft);
  const live = automation.liveVersionId ? await readVersionDocument(app, actor, automation.liveVersionId) : null;
  const context = await compileContext(app, actor);
  const compiled = compile(draft, context);
  const report = await checkTypes(app, draft, compiled, context);
  const newest = await app.db.automationVersion.aggregate({
    where: { automationId: automation.id, workspaceId: actor.workspaceId },
    _max: { number: true },
  });
  return {
    revision: automation.revision,
    number: (newest._max.number ?? 0) + 1,
    changes: documentChanges(live, draft, (node) => describeNode(node, context)),
    diagnostics: [...compiled.diagnostics, ...(report?.diagnostics ?? []), ...startFindings(draft)],
    places: placesOf(draft, context),
  };
}

const placesOf = (document: AutomationDocument, context: CompileContext): PublishPreview["places"] =>
  document.nodes
    .filter((node) => findNodeType(node.type)?.isTrigger)
    .map((node) => ({
      nodeId: node.id,
      type: node.type,
      module: typeof node.config.module === "string" ? node.config.module : null,
      sentence: describeNode(node, context),
    }));
