// Orders of a lead
import type { Run } from "millrace";

export default async function ordersOfALead(run: Run, trigger: {
  record: Lead;
  user: { id: string; name: string; email: string };
  module: string;
}) {
  // Their orders
  const list = run.start("list", trigger);

  // Ask the shop
  const orders = await run.attempt(() => run.call<any>("orders", () => ({
    method: "GET",
    url: `https://shop.example.org/orders/${list.record.id ?? ""}`,
  })));
  if (run.failed(orders)) {
    // No shop
    return run.return("none", () => []);
  }

  // As rows
  const rows = await run.set("rows", () => orders.list.map((item) => ({ number: item.id, total: item.total })));

  // Answer
  return run.return("answer", () => rows);
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
