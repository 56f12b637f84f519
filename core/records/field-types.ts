/** The kinds of field a record type can have. Values are stored as JSON: see `validateRecord`. */
export const FIELD_TYPES = [
  "text",
  "multi-line",
  "email",
  "phone",
  "url",
  "number",
  "currency",
  "date",
  "date-time",
  "yes-no",
  "pick-list",
  "lookup",
] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

/** A record type as the browser, the compiler and the server see it (`module` in Zoho's words). */
export interface CrmModule {
  /** The name code and URLs use: "Leads". */
  apiName: string;
  /** What people read: "Lead", "Leads". */
  singular: string;
  plural: string;
  /** The fields whose values, joined by a space, name a record: ["First_Name", "Last_Name"]. */
  nameFields: string[];
  fields: CrmField[];
}

export interface CrmField {
  /** "Mailing_Status" */
  apiName: string;
  /** "Mailing Status" */
  label: string;
  type: FieldType;
  required: boolean;
  unique: boolean;
  /** For a pick list: the values that may be chosen, in order. */
  options?: string[];
  /** For a lookup: the module it points into. */
  lookupModule?: string;
  /** For a currency: the ISO 4217 code. */
  currency?: string;
  /** What a new record has in this field unless it is given. */
  initialValue?: string | boolean;
}

/** A record as formulas and the API see it: `id` and one key a field, by API name; empty fields are null. */
export interface CrmRecord {
  id: string;
  [fieldApiName: string]: string | number | boolean | null;
}
