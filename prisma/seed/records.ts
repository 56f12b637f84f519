import { seedAccounts } from "@/prisma/seed/records/accounts";
import { seedContacts } from "@/prisma/seed/records/contacts";
import { seedDeals } from "@/prisma/seed/records/deals";
import { DemoRandom } from "@/prisma/seed/records/demo-random";
import { type CreateDemoRecord, DemoDays } from "@/prisma/seed/records/demo-record";
import { seedLeads } from "@/prisma/seed/records/leads";
import { seedCampaigns } from "@/prisma/seed/records/seed-campaigns";
import type { App } from "@/server/app";
import { inTransaction } from "@/server/database/in-transaction";
import { writeRecord } from "@/server/records/write-record";

/**
 * Makes about 200 linked records, the same ones in every demo, dated back from today. Leaves a workspace alone that has
 * records already.
 */
export async function seedRecords(app: App, { workspaceId }: { workspaceId: string }): Promise<void> {
  await inTransaction(app, async (tx) => {
    const { rows } = await tx.query("SELECT 1 FROM crm_record WHERE workspace_id = $1 LIMIT 1", [workspaceId]);
    if (rows.length > 0) return;
    const create: CreateDemoRecord = async (module, at, data) => {
      const origin = { source: "demo", userId: null } as const;
      const { record } = await writeRecord(tx, { kind: "create", workspaceId, module, origin, at, data });
      return record.id;
    };
    const days = new DemoDays(app.clock.now());
    const random = new DemoRandom(20_261_122);
    const campaigns = await seedCampaigns(create, days);
    const accounts = await seedAccounts(create, days, random);
    const contacts = await seedContacts(create, days, random, accounts);
    await seedDeals(create, days, random, { accounts, contacts, campaigns });
    await seedLeads(create, days, random, campaigns);
  });
}
