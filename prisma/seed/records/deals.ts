import type { DemoRandom } from "@/prisma/seed/records/demo-random";
import type { CreateDemoRecord, DemoAccount, DemoContact, DemoDays } from "@/prisma/seed/records/demo-record";

const DEALS = 30;
const SUBJECTS = ["yearly licence", "pilot", "extension", "training days", "migration", "second site", "renewal"];
const NEXT_STEPS = ["Send the offer", "Call back on Monday", "Wait for legal", "Arrange a demo", "Agree the price"];

const STAGES = [
  { stage: "Qualification", probability: 10, closes: [20, 90] },
  { stage: "Proposal", probability: 35, closes: [10, 60] },
  { stage: "Negotiation", probability: 70, closes: [3, 30] },
  { stage: "Won", probability: 100, closes: [-90, -2] },
  { stage: "Lost", probability: 0, closes: [-80, -4] },
] as const;

interface Links {
  accounts: DemoAccount[];
  contacts: DemoContact[];
  campaigns: string[];
}

/** Makes deals with the demo's companies, each with one of their people. */
export async function seedDeals(
  create: CreateDemoRecord,
  days: DemoDays,
  random: DemoRandom,
  links: Links,
): Promise<void> {
  for (let index = 0; index < DEALS; index++) {
    const account = links.accounts[(index * 7) % links.accounts.length] as DemoAccount;
    const people = links.contacts.filter(({ accountId }) => accountId === account.id);
    const { stage, probability, closes } = random.pick(STAGES);
    const isOpen = stage !== "Won" && stage !== "Lost";
    await create("Deals", days.minutesAgo(120_000 - index * 3_700), {
      Deal_Name: `${account.name}, ${random.pick(SUBJECTS)}`,
      Account_Name: account.id,
      Contact_Name: random.pick(people).id,
      Campaign_Source: random.chance(50) ? random.pick(links.campaigns) : null,
      Amount: random.between(8, 480) * 250,
      Stage: stage,
      Probability: probability,
      Closing_Date: days.day(random.between(closes[0], closes[1])),
      Next_Step: isOpen ? random.pick(NEXT_STEPS) : null,
      Last_Activity: days.minutesAgo(random.between(200, 60_000)).toISOString(),
    });
  }
}
