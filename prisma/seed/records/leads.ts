import type { DemoRandom } from "@/prisma/seed/records/demo-random";
import { addressPart, type CreateDemoRecord, type DemoDays } from "@/prisma/seed/records/demo-record";
import { JOB_TITLES, REGIONS } from "@/prisma/seed/records/people";

const LEADS = 93;
const SOURCES = ["Web form", "Referral", "Trade fair", "Cold call", "Newsletter", "Partner", "Webinar"];
const STATUSES = ["New", "New", "Attempted to contact", "Contacted", "Contacted", "Qualified", "Not qualified", "Lost"];
const INDUSTRIES = ["Manufacturing", "Retail", "Logistics", "Software", "Health", "Energy", "Education", "Hospitality"];
const FIRMS = ["Works", "Studio", "& Partners", "Trading", "Group", "Supply", "Consulting", "Kitchen", "Design"];
const NOTES = [
  "Asked for a price list.",
  "Met at the fair in Bologna, wants a demonstration for three colleagues.",
  "Uses spreadsheets today; the team is twelve people.",
  "Prefers e-mail to calls.",
  "Comes back after the summer.\nSend the case study about mailing lists then.",
];

/** Makes the demo's leads. The newest is Maria Rossi, whose e-mail is good; the second newest has one that services refuse. */
export async function seedLeads(
  create: CreateDemoRecord,
  days: DemoDays,
  random: DemoRandom,
  campaigns: string[],
): Promise<void> {
  for (let index = 0; index < LEADS; index++) {
    const region = random.pick(REGIONS);
    const first = random.pick(region.first);
    const last = random.pick(region.last);
    const company = `${last} ${random.pick(FIRMS)}`;
    const domain = `${addressPart(company)}.example`;
    await create("Leads", days.minutesAgo(110_000 - index * 1_170 - random.below(900)), {
      First_Name: first,
      Last_Name: last,
      Company: company,
      Title: random.pick(JOB_TITLES),
      Email: random.chance(92) ? `${addressPart(first)}@${domain}` : null,
      Phone: random.chance(80) ? `${region.phone}${random.between(100, 999)}` : null,
      Mobile: random.chance(50) ? `${region.phone}${random.between(100, 999)}` : null,
      Website: random.chance(60) ? `https://${domain}` : null,
      Lead_Source: random.pick(SOURCES),
      Lead_Status: random.pick(STATUSES),
      Mailing_Status: random.pick(["Not subscribed", "Not subscribed", "Not subscribed", "Unsubscribed"]),
      Campaign: random.chance(40) ? random.pick(campaigns) : null,
      Industry: random.pick(INDUSTRIES),
      Annual_Revenue: random.chance(70) ? random.between(4, 900) * 10_000 : null,
      No_of_Employees: random.chance(80) ? random.between(2, 400) : null,
      Follow_Up_On: random.chance(50) ? days.day(random.between(-10, 30)) : null,
      Last_Contacted: random.chance(45) ? days.minutesAgo(random.between(100, 40_000)).toISOString() : null,
      Do_Not_Call: random.chance(8),
      City: random.pick(region.cities),
      Country: region.country,
      Description: random.chance(35) ? random.pick(NOTES) : null,
    });
  }
  await create("Leads", days.minutesAgo(95), {
    First_Name: "Paolo",
    Last_Name: "Marini",
    Company: "Marini Vini",
    Title: "Founder",
    // An address by the rules of forms, which a service that wants a whole domain refuses.
    Email: "paolo.marini@marinivini",
    Phone: "+39 06 555 0142",
    Lead_Source: "Trade fair",
    Industry: "Food and drink",
    City: "Bologna",
    Country: "Italy",
    Description: "Wrote his address on a card at the fair.",
  });
  await create("Leads", days.minutesAgo(12), {
    First_Name: "Maria",
    Last_Name: "Rossi",
    Company: "Rossi Ceramiche",
    Title: "Head of operations",
    Email: "maria.rossi@example.com",
    Phone: "+39 06 555 0123",
    Website: "https://www.rossiceramiche.example",
    Lead_Source: "Web form",
    Campaign: campaigns[0],
    Industry: "Manufacturing",
    Annual_Revenue: 8_200_000,
    No_of_Employees: 64,
    Follow_Up_On: days.day(2),
    City: "Bologna",
    Country: "Italy",
    Description: "Would like to receive the newsletter.",
  });
}
