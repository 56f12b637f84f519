// Add to mailing list
import type { Run } from "millrace";

export default async function addToMailingList(run: Run, trigger: {
  record: Lead;
  user: { id: string; name: string; email: string };
  module: string;
}) {
  // Button pressed
  const press = run.start("press", trigger);

  // Build subscriber
  const subscriber = await run.function("subscriber", () => ({
    email: press.record.Email,
    firstName: press.record.First_Name,
    lastName: press.record.Last_Name,
  }), buildSubscriber);

  // Add a member
  const addMember = await run.attempt(() => run.call<{
    id: string;
    email: string;
    firstName: string;
    lastName: string;
    status: string;
  }>("addMember", () => ({
    connection: "mailing_list",
    action: "mailing-list/add-member",
    method: "POST",
    url: "/members",
    body: { email: subscriber.email, firstName: subscriber.firstName, lastName: subscriber.lastName },
  })));
  if (run.failed(addMember)) {
    // Log the failure
    await run.log("logFailure", () => ({
      level: "warn",
      message: `Not added: ${addMember.error.message ?? ""}`,
    }));

    // Say sorry
    return run.return("sorry", () => "The mailing list refused this lead.");
  }

  // Change the lead
  await run.updateRecord<Lead>("changeLead", () => ({
    module: "Leads",
    id: press.record.id,
    data: { Mailing_Status: "Subscribed" },
  }));

  // Answer
  return run.return("answer", () => `Added ${subscriber.firstName ?? ""} to the list.`);
}

// Function buildSubscriber, version 3
const buildSubscriber = (() => {
interface Subscriber {
  email: string;
  firstName: string;
  lastName: string;
}

const tidy = (text: string | null): string => (text ?? "").trim();

/** Refuses an address without an @. */
function buildSubscriber(email: string | null, firstName: string | null, lastName: string): Subscriber {
  const address = tidy(email).toLowerCase();
  if (!address.includes("@")) throw new Error(`"${address}" is not an address`);
  return { email: address, firstName: tidy(firstName), lastName: tidy(lastName) };
}

return buildSubscriber;
})();

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
