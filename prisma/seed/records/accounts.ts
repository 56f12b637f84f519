import { COMPANIES } from "@/prisma/seed/records/companies";
import type { DemoRandom } from "@/prisma/seed/records/demo-random";
import { addressPart, type CreateDemoRecord, type DemoAccount, type DemoDays } from "@/prisma/seed/records/demo-record";
import { REGIONS } from "@/prisma/seed/records/people";

/** Makes the demo's companies. */
export async function seedAccounts(
  create: CreateDemoRecord,
  days: DemoDays,
  random: DemoRandom,
): Promise<DemoAccount[]> {
  const accounts: DemoAccount[] = [];
  for (const [index, [name, industry, city, country, employees, revenue]] of COMPANIES.entries()) {
    const domain = `${addressPart(name)}.example`;
    const region = REGIONS.find((one) => one.country === country);
    const id = await create("Accounts", days.minutesAgo(170_000 - index * 2_900), {
      Account_Name: name,
      Account_Number: `AC-${1_001 + index}`,
      Website: `https://www.${domain}`,
      Phone: `${region?.phone ?? "+44 20 7946 0"}${100 + index}`,
      Industry: industry,
      Annual_Revenue: revenue * 1_000,
      No_of_Employees: employees,
      Customer_Since: random.chance(70) ? days.day(-random.between(120, 2_400)) : null,
      Billing_City: city,
      Billing_Country: country,
    });
    accounts.push({ id, name, domain, country, city });
  }
  return accounts;
}
