import type { CrmField, CrmModule, FieldType } from "@/core/records/field-types";

type FieldExtras = Partial<Omit<CrmField, "apiName" | "type">>;

/** A field whose label is its API name with spaces, unless one is given. */
const field = (apiName: string, type: FieldType, extras: FieldExtras = {}): CrmField => ({
  apiName,
  label: apiName.replaceAll("_", " "),
  type,
  required: false,
  unique: false,
  ...extras,
});

const pickList = (apiName: string, options: string[], extras: FieldExtras = {}) =>
  field(apiName, "pick-list", { options, ...extras });
const lookup = (apiName: string, lookupModule: string, label: string) =>
  field(apiName, "lookup", { lookupModule, label });
const money = (apiName: string) => field(apiName, "currency", { currency: "EUR" });

const email = field("Email", "email", { label: "E-mail" });
const mailingStatus = pickList("Mailing_Status", ["Not subscribed", "Subscribed", "Unsubscribed", "Bounced"], {
  initialValue: "Not subscribed",
});
const doNotCall = field("Do_Not_Call", "yes-no", { initialValue: false });
const employees = field("No_of_Employees", "number", { label: "Employees" });
const description = field("Description", "multi-line");
const industries = [
  "Construction",
  "Education",
  "Energy",
  "Finance",
  "Food and drink",
  "Health",
  "Hospitality",
  "Logistics",
  "Manufacturing",
  "Professional services",
  "Retail",
  "Software",
];

/** The record types every workspace begins with. API names are those a Zoho CRM user knows. */
export const STANDARD_MODULES: readonly CrmModule[] = [
  {
    apiName: "Leads",
    singular: "Lead",
    plural: "Leads",
    nameFields: ["First_Name", "Last_Name"],
    fields: [
      field("First_Name", "text"),
      field("Last_Name", "text", { required: true }),
      field("Company", "text"),
      field("Title", "text", { label: "Job Title" }),
      email,
      field("Phone", "phone"),
      field("Mobile", "phone"),
      field("Website", "url"),
      pickList("Lead_Source", ["Web form", "Referral", "Trade fair", "Cold call", "Newsletter", "Partner", "Webinar"]),
      pickList("Lead_Status", ["New", "Attempted to contact", "Contacted", "Qualified", "Not qualified", "Lost"], {
        initialValue: "New",
      }),
      mailingStatus,
      lookup("Campaign", "Campaigns", "Campaign"),
      pickList("Industry", industries),
      money("Annual_Revenue"),
      employees,
      field("Follow_Up_On", "date"),
      field("Last_Contacted", "date-time"),
      doNotCall,
      field("City", "text"),
      field("Country", "text"),
      description,
    ],
  },
  {
    apiName: "Contacts",
    singular: "Contact",
    plural: "Contacts",
    nameFields: ["First_Name", "Last_Name"],
    fields: [
      field("First_Name", "text"),
      field("Last_Name", "text", { required: true }),
      lookup("Account_Name", "Accounts", "Account"),
      field("Title", "text", { label: "Job Title" }),
      field("Department", "text"),
      email,
      field("Phone", "phone"),
      field("Mobile", "phone"),
      mailingStatus,
      field("Date_of_Birth", "date"),
      field("Last_Contacted", "date-time"),
      doNotCall,
      field("City", "text"),
      field("Country", "text"),
      description,
    ],
  },
  {
    apiName: "Accounts",
    singular: "Account",
    plural: "Accounts",
    nameFields: ["Account_Name"],
    fields: [
      field("Account_Name", "text", { required: true }),
      field("Account_Number", "text", { unique: true }),
      field("Website", "url"),
      field("Phone", "phone"),
      pickList("Industry", industries),
      money("Annual_Revenue"),
      employees,
      field("Customer_Since", "date"),
      field("Billing_City", "text", { label: "City" }),
      field("Billing_Country", "text", { label: "Country" }),
      description,
    ],
  },
  {
    apiName: "Deals",
    singular: "Deal",
    plural: "Deals",
    nameFields: ["Deal_Name"],
    fields: [
      field("Deal_Name", "text", { required: true }),
      lookup("Account_Name", "Accounts", "Account"),
      lookup("Contact_Name", "Contacts", "Contact"),
      lookup("Campaign_Source", "Campaigns", "Campaign"),
      money("Amount"),
      pickList("Stage", ["Qualification", "Proposal", "Negotiation", "Won", "Lost"], {
        required: true,
        initialValue: "Qualification",
      }),
      field("Probability", "number", { label: "Probability (%)" }),
      field("Closing_Date", "date"),
      field("Next_Step", "text"),
      field("Last_Activity", "date-time"),
      description,
    ],
  },
  {
    apiName: "Campaigns",
    singular: "Campaign",
    plural: "Campaigns",
    nameFields: ["Campaign_Name"],
    fields: [
      field("Campaign_Name", "text", { required: true }),
      pickList("Type", ["Newsletter", "Webinar", "Trade fair", "Advertisement", "Referral programme"]),
      pickList("Status", ["Planning", "Active", "Paused", "Complete"], { initialValue: "Planning" }),
      field("Start_Date", "date"),
      field("End_Date", "date"),
      money("Budgeted_Cost"),
      money("Expected_Revenue"),
      field("Num_Sent", "number", { label: "Messages Sent" }),
      field("Landing_Page", "url"),
      field("Public", "yes-no", { initialValue: false }),
      description,
    ],
  },
];
