import type { FixedKind } from "@/components/editor/fields/fixed-input";
import type { FieldType } from "@/core/records/field-types";

/** How a fixed value of a record's field is typed in. */
export const FIXED_KIND_OF: Record<FieldType, FixedKind> = {
  text: "text",
  "multi-line": "long-text",
  email: "text",
  phone: "text",
  url: "text",
  number: "number",
  currency: "number",
  date: "date",
  "date-time": "date-time",
  "yes-no": "yes-no",
  "pick-list": "choice",
  lookup: "text",
};
