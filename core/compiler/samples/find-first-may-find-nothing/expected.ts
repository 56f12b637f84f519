// Find or create
import type { Run } from "millrace";

export default async function findOrCreate(run: Run, trigger: { email: string }) {
  // When I run it
  const input = run.start("input", trigger);

  // Find the lead
  const lead = await run.findRecords<Lead | null>("lead", () => ({
    module: "Leads",
    filters: [{ field: "Email", operator: "is", value: input.email }],
    first: true,
  }));

  // Known?
  const known = await run.choose("known", { yes: () => lead !== null });
  if (known === "yes") {
    // Known
    return run.return("old", () => lead.id);
  }

  // Create it
  const created = await run.createRecord<Lead>("created", () => ({
    module: "Leads",
    data: { Email: input.email, Last_Name: "Unknown" },
  }));

  // New
  return run.return("fresh", () => created.id);
}

interface Lead {
  id: string;
  First_Name: string | null;
  Last_Name: string;
  Company: string | null;
  Title: string | null;
  Email: string | null;
  Phone: string | null;
  Mobile: string | null;
  Website: string | null;
  Lead_Source: "Web form" | "Referral" | "Trade fair" | "Cold call" | "Newsletter" | "Partner" | "Webinar" | null;
  Lead_Status: "New" | "Attempted to contact" | "Contacted" | "Qualified" | "Not qualified" | "Lost" | null;
  Mailing_Status: "Not subscribed" | "Subscribed" | "Unsubscribed" | "Bounced" | null;
  Campaign: string | null;
  Industry:
    | "Construction"
    | "Education"
    | "Energy"
    | "Finance"
    | "Food and drink"
    | "Health"
    | "Hospitality"
    | "Logistics"
    | "Manufacturing"
    | "Professional services"
    | "Retail"
    | "Software"
    | null;
  Annual_Revenue: number | null;
  No_of_Employees: number | null;
  Follow_Up_On: string | null;
  Last_Contacted: string | null;
  Do_Not_Call: boolean | null;
  City: string | null;
  Country: string | null;
  Description: string | null;
}
