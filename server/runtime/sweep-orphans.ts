import type { App } from "@/server/app";
import { claimOrphans, ORPHANS_AT_ONCE } from "@/server/runtime/claim-orphans";
import { goOn } from "@/server/runtime/go-on";
import { RunningExecutions } from "@/server/runtime/running-executions";

/**
 * Goes on with the executions whose process was lost. What was committed is not done again; one that lost its process too
 * often waits for a person.
 *
 * @returns the ids of those it took over, and how they end
 */
export async function sweepOrphans(app: App): Promise<{ id: string; finished: Promise<void> }[]> {
  const taken: { id: string; finished: Promise<void> }[] = [];
  while (!RunningExecutions.of(app).isStopping) {
    const orphans = await claimOrphans(app);
    for (const orphan of orphans) {
      taken.push({ id: orphan.id, finished: orphan.parked ? Promise.resolve() : goOn(app, orphan) });
    }
    if (orphans.length < ORPHANS_AT_ONCE) break;
  }
  return taken;
}
