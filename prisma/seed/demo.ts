import { seedAutomation } from "@/prisma/seed/automation";
import { seedConnections } from "@/prisma/seed/connections";
import { seedPeople } from "@/prisma/seed/people";
import { seedRecords } from "@/prisma/seed/records";
import type { App } from "@/server/app";
import type { DemoService } from "@/server/demo-service";

/** What a step may use. */
export interface DemoContext {
  workspaceId: string;
  mailingList: DemoService;
}

/** One part of the demo workspace. It runs again when a first start was interrupted, so it leaves what is there alone. */
export type DemoStep = (app: App, context: DemoContext) => Promise<void>;

/** In this order: later steps build on earlier ones. */
const STEPS: DemoStep[] = [seedPeople, seedRecords, seedConnections, seedAutomation];

/**
 * Fills the workspace of a first start with the demo. A start that was interrupted is completed by the next; what people
 * delete later does not come back.
 */
export async function seedDemo(app: App, options: { fresh: boolean; mailingList: DemoService }): Promise<void> {
  const { fresh, mailingList } = options;
  const workspace = await app.db.workspace.findFirstOrThrow({
    orderBy: { createdAt: "asc" },
    select: { id: true, demo: true },
  });
  const where = { id: workspace.id };
  if (fresh) await app.db.workspace.update({ where, data: { demo: "seeding" } });
  else if (workspace.demo !== "seeding") return;

  for (const step of STEPS) await step(app, { workspaceId: workspace.id, mailingList });
  await app.db.workspace.update({ where, data: { demo: "seeded" } });
}
