import type { CrmModule, FieldType } from "@/core/records/field-types";
import { recordName } from "@/core/records/record-name";
import type { RecordData } from "@/core/records/validate-record";

const SEARCHED = new Set<FieldType>(["text", "multi-line", "email", "phone", "url", "pick-list"]);
const LONGEST_VALUE = 1_000;

/** @returns what the list's search looks in: the name and every text value, folded, one value a line. */
export function searchText(crmModule: CrmModule, data: Readonly<RecordData>): string {
  const values = crmModule.fields
    .filter((field) => SEARCHED.has(field.type))
    .map((field) => data[field.apiName])
    .filter((value) => typeof value === "string")
    .map((value) => value.slice(0, LONGEST_VALUE));
  return foldText([recordName(crmModule, data), ...values].join("\n"));
}

/** @returns the text in lower case without accents, so that "jose" finds "José". */
export const foldText = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .replace(/\p{Surrogate}/gu, "")
    .replaceAll("\0", "")
    .toLowerCase();
