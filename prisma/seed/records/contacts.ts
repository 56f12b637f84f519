import type { DemoRandom } from "@/prisma/seed/records/demo-random";
import {
  addressPart,
  type CreateDemoRecord,
  type DemoAccount,
  type DemoContact,
  type DemoDays,
} from "@/prisma/seed/records/demo-record";
import { DEPARTMENTS, JOB_TITLES, REGIONS } from "@/prisma/seed/records/people";

const CONTACTS = 45;

/** Makes two or three people at each of the demo's companies. */
export async function seedContacts(
  create: CreateDemoRecord,
  days: DemoDays,
  random: DemoRandom,
  accounts: DemoAccount[],
): Promise<DemoContact[]> {
  const contacts: DemoContact[] = [];
  for (let index = 0; index < CONTACTS; index++) {
    const account = accounts[index % accounts.length] as DemoAccount;
    const region = REGIONS.find(({ country }) => country === account.country) ?? REGIONS[0];
    const first = random.pick(region.first);
    const last = random.pick(region.last);
    const id = await create("Contacts", days.minutesAgo(150_000 - index * 1_900), {
      First_Name: first,
      Last_Name: last,
      Account_Name: account.id,
      Title: random.pick(JOB_TITLES),
      Department: random.pick(DEPARTMENTS),
      Email: `${addressPart(first)}.${addressPart(last)}@${account.domain}`,
      Phone: `${region.phone}${random.between(100, 999)}`,
      Mobile: random.chance(60) ? `${region.phone}${random.between(100, 999)}` : null,
      Mailing_Status: random.pick(["Subscribed", "Subscribed", "Not subscribed", "Unsubscribed"]),
      Date_of_Birth: random.chance(30) ? days.day(-random.between(9_500, 22_000)) : null,
      Last_Contacted: random.chance(70) ? days.minutesAgo(random.between(300, 90_000)).toISOString() : null,
      Do_Not_Call: random.chance(10),
      City: account.city,
      Country: account.country,
    });
    contacts.push({ id, accountId: account.id });
  }
  return contacts;
}
