import { AppError } from "@/core/execution/errors";
import type { GraphNode } from "@/core/graph/document";
import type { App } from "@/server/app";
import { type LiveAutomation, liveVersion } from "@/server/automations/live-version";

/** An automation that another one may call, and the start at which it begins. */
export interface CallableAutomation extends LiveAutomation {
  start: GraphNode;
}

const STARTS = ["manual", "api"];

/**
 * Finds the automation that a step calls by its name. Names may repeat: the one that is live and not paused counts.
 *
 * @throws AppError AUTOMATION_NOT_CALLABLE saying why: none of this name, never published, paused, started otherwise, or
 *   several that could be meant
 */
export async function callableAutomation(app: App, workspaceId: string, name: string): Promise<CallableAutomation> {
  const named = await app.db.automation.findMany({
    where: { workspaceId, name, deletedAt: null },
    select: { id: true, paused: true, liveVersionId: true },
  });
  const refuse = (reason: string, count = 0) =>
    new AppError("AUTOMATION_NOT_CALLABLE", { automation: name.slice(0, 120), reason, count, ...NO_ARGUMENT });
  if (named.length === 0) throw refuse("unknown");
  const published = named.filter(({ liveVersionId }) => liveVersionId !== null);
  if (published.length === 0) throw refuse("draft");
  const live = published.filter(({ paused }) => !paused);
  if (live.length === 0) throw refuse("paused");

  const found = await Promise.all(live.map(({ id }) => liveVersion(app, { workspaceId, automationId: id })));
  const callable = found.flatMap((automation) => {
    const start = STARTS.map((type) => automation.version.document.nodes.find((node) => node.type === type)).find(
      Boolean,
    );
    return start ? [{ ...automation, start }] : [];
  });
  const [only, ...others] = callable;
  if (!only) throw refuse("start");
  if (others.length > 0) throw refuse("many", callable.length);
  return only;
}

export const NO_ARGUMENT = { problem: "none", argument: "", expected: "" };
