// Records
import type { Run } from "millrace";

export default async function records2(run: Run, trigger: { id: string }) {
  // When I run it
  const input = run.start("input", trigger);

  // Find the contact
  const contact = await run.getRecord<Contact>("contact", () => ({ module: "Contacts", id: input.id }));

  // Create a deal
  const deal = await run.createRecord<Deal>("deal", () => ({
    module: "Deals",
    data: { Amount: 100, Deal_Name: `Deal with ${contact.Last_Name ?? ""}`, Stage: "Qualification" },
  }));

  // Mark the contact
  const marked = await run.updateRecord<Contact>("marked", () => ({
    module: "Contacts",
    id: contact.id,
    data: { Description: `Deal ${deal.id ?? ""}` },
  }));

  // Answer
  return run.return("answer", () => marked.id);
}

interface Contact {
  id: string;
  First_Name: string | null;
  Last_Name: string;
  Account_Name: string | null;
  Title: string | null;
  Department: string | null;
  Email: string | null;
  Phone: string | null;
  Mobile: string | null;
  Mailing_Status: "Not subscribed" | "Subscribed" | "Unsubscribed" | "Bounced" | null;
  Date_of_Birth: string | null;
  Last_Contacted: string | null;
  Do_Not_Call: boolean | null;
  City: string | null;
  Country: string | null;
  Description: string | null;
}

interface Deal {
  id: string;
  Deal_Name: string;
  Account_Name: string | null;
  Contact_Name: string | null;
  Campaign_Source: string | null;
  Amount: number | null;
  Stage: "Qualification" | "Proposal" | "Negotiation" | "Won" | "Lost";
  Probability: number | null;
  Closing_Date: string | null;
  Next_Step: string | null;
  Last_Activity: string | null;
  Description: string | null;
}
