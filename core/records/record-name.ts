import type { CrmModule } from "@/core/records/field-types";
import type { RecordData } from "@/core/records/validate-record";

/** @returns what a record is called: the values of its module's name fields, joined by a space; "" when all are empty. */
export const recordName = (crmModule: Pick<CrmModule, "nameFields">, data: Readonly<RecordData>): string =>
  crmModule.nameFields
    .map((field) => data[field])
    .filter((value) => value !== null && value !== undefined && value !== "")
    .join(" ");
