import type { CrmModule, CrmRecord } from "@/core/records/field-types";
import type { Actor, App } from "@/server/app";
import { recordNames } from "@/server/records/record-names";

/** @returns the names of the records that the lookups of these records point at, by id. */
export async function lookupNames(
  app: App,
  actor: Pick<Actor, "workspaceId">,
  crmModule: CrmModule,
  records: readonly CrmRecord[],
): Promise<Record<string, string>> {
  const fields = crmModule.fields.filter((field) => field.type === "lookup");
  return recordNames(
    app,
    actor.workspaceId,
    records.flatMap((record) => fields.map(({ apiName }) => record[apiName])),
  );
}
