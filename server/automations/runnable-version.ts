import type { LineSpan } from "@/core/compiler/program";
import { AppError } from "@/core/execution/errors";
import type { AutomationDocument } from "@/core/graph/document";
import type { App } from "@/server/app";

/** A whole version, ready to run: nothing is compiled and nothing more is read. Frozen; shared by executions. */
export interface RunnableVersion {
  id: string;
  workspaceId: string;
  automationId: string;
  kind: "published" | "test";
  /** Null for a test's snapshot. */
  number: number | null;
  document: AutomationDocument;
  typescript: string;
  javascript: string;
  lineMap: LineSpan[];
  abi: number;
  functions: { name: string; version: number }[];
}

/** How many versions a process keeps; the least recently used goes first. */
const KEPT = 200;

/** Versions are immutable, so what is kept never goes stale. */
const keptBy = new WeakMap<App, Map<string, RunnableVersion>>();

/**
 * Reads a version by its id, from memory when this process ran it before.
 *
 * @throws AppError NOT_FOUND
 */
export async function runnableVersion(
  app: App,
  { workspaceId, versionId }: { workspaceId: string; versionId: string },
): Promise<RunnableVersion> {
  const kept = keptBy.get(app) ?? new Map<string, RunnableVersion>();
  keptBy.set(app, kept);
  const version = kept.get(versionId) ?? (await readVersion(app, workspaceId, versionId));
  if (!version || version.workspaceId !== workspaceId)
    throw new AppError("NOT_FOUND", { what: "version", id: versionId });
  kept.delete(versionId);
  kept.set(versionId, version);
  const [oldest] = kept.keys();
  if (kept.size > KEPT && oldest) kept.delete(oldest);
  return version;
}

async function readVersion(app: App, workspaceId: string, versionId: string): Promise<RunnableVersion | null> {
  const { rows } = await app.pool.query<RunnableVersion>({
    name: "runnable-version",
    text: `SELECT id, workspace_id AS "workspaceId", automation_id AS "automationId", kind, number, document, typescript,
                  javascript, line_map AS "lineMap", abi, function_versions AS functions
             FROM automation_version WHERE workspace_id = $1 AND id = $2`,
    values: [workspaceId, versionId],
  });
  return rows[0] ? Object.freeze(rows[0]) : null;
}
