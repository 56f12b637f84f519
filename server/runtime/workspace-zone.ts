import { AppError } from "@/core/execution/errors";
import type { App } from "@/server/app";

/** How long a changed zone may take to count. */
const KEPT_MS = 60_000;

const keptBy = new WeakMap<App, Map<string, { zone: Promise<string>; until: number }>>();

/** @returns the workspace's IANA time zone, at most a minute old. @throws AppError NOT_FOUND */
export function workspaceZone(app: App, workspaceId: string): Promise<string> {
  const kept = keptBy.get(app) ?? new Map<string, { zone: Promise<string>; until: number }>();
  keptBy.set(app, kept);
  const now = app.clock.now().getTime();
  const known = kept.get(workspaceId);
  if (known && known.until > now) return known.zone;
  const zone = readZone(app, workspaceId);
  kept.set(workspaceId, { zone, until: now + KEPT_MS });
  zone.catch(() => kept.delete(workspaceId));
  return zone;
}

async function readZone(app: App, workspaceId: string): Promise<string> {
  const workspace = await app.db.workspace.findUnique({ where: { id: workspaceId }, select: { timeZone: true } });
  if (!workspace) throw new AppError("NOT_FOUND", { what: "workspace", id: workspaceId });
  return workspace.timeZone;
}
