import { compile } from "@/core/compiler/compile";
import type { Diagnostic } from "@/core/compiler/diagnostic";
import type { LineSpan } from "@/core/compiler/program";
import { AppError } from "@/core/execution/errors";
import type { Actor, App } from "@/server/app";
import { compileContext } from "@/server/automations/compile-context";
import { findAutomation } from "@/server/automations/find-automation";
import { runnableVersion } from "@/server/automations/runnable-version";
import { storedDocument } from "@/server/automations/stored-document";

export interface AutomationCode {
  /** The readable module; null for a draft with errors. */
  typescript: string | null;
  lineMap: LineSpan[];
  diagnostics: Diagnostic[];
  /** What it was compiled from: the draft's revision or the live version's number. */
  from: { which: "draft"; revision: number } | { which: "live"; number: number };
}

/**
 * Shows what the draft compiles to now, or what runs live.
 *
 * @throws AppError NOT_FOUND
 * @throws AppError NOT_LIVE when `live` is asked for and nothing is
 */
export async function automationCode(
  app: App,
  actor: Actor,
  input: { id: string; which: "draft" | "live" },
): Promise<AutomationCode> {
  const automation = await findAutomation(app, actor, input.id);
  if (input.which === "live") return liveCode(app, actor, automation.liveVersionId);
  const { program, diagnostics } = compile(storedDocument(automation.draft), await compileContext(app, actor));
  return {
    typescript: program?.typescript ?? null,
    lineMap: program?.lineMap ?? [],
    diagnostics,
    from: { which: "draft", revision: automation.revision },
  };
}

async function liveCode(app: App, actor: Actor, versionId: string | null): Promise<AutomationCode> {
  if (!versionId) throw new AppError("NOT_LIVE");
  const { typescript, lineMap, number } = await runnableVersion(app, { workspaceId: actor.workspaceId, versionId });
  return { typescript, lineMap, diagnostics: [], from: { which: "live", number: number ?? 0 } };
}
