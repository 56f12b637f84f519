import type { Actor, App } from "@/server/app";
import { countExecutions } from "@/server/executions/count-executions";

/** How far back the red number looks; older failures stay in the list. */
const DAYS = 7;

/** @returns how many executions of the last seven days a person has to look at. */
export async function attentionCount(app: App, actor: Actor): Promise<{ count: number; more: boolean }> {
  const from = new Date(app.clock.now().getTime() - DAYS * 24 * 3_600_000);
  return countExecutions(app, actor, { filter: { status: "attention", from } });
}
