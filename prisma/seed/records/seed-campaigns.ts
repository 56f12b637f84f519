import { CAMPAIGNS } from "@/prisma/seed/records/campaigns";
import { addressPart, type CreateDemoRecord, type DemoDays } from "@/prisma/seed/records/demo-record";

/** @returns the ids of the demo's campaigns. */
export async function seedCampaigns(create: CreateDemoRecord, days: DemoDays): Promise<string[]> {
  const ids: string[] = [];
  for (const [index, [name, type, status, start, end, cost, revenue]] of CAMPAIGNS.entries()) {
    const id = await create("Campaigns", days.minutesAgo(180_000 - index * 1_440), {
      Campaign_Name: name,
      Type: type,
      Status: status,
      Start_Date: days.day(start),
      End_Date: days.day(end),
      Budgeted_Cost: cost,
      Expected_Revenue: revenue,
      Num_Sent: type === "Newsletter" ? 1_840 + index * 310 : null,
      Landing_Page: `https://hello.millrace.example/${addressPart(name)}`,
      Public: status === "Active",
    });
    ids.push(id);
  }
  return ids;
}
