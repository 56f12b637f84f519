import type { CrmModule } from "@/core/records/field-types";

/** What of a record an argument could be filled in from. */
export type FieldMatch = { from: "field"; field: string } | { from: "record" };

/**
 * Finds the field that an argument means by its name: `firstName` is "First_Name", `leadEmail` is "Email", `lead` and
 * `record` are the whole record.
 */
export function matchField(argument: string, module: CrmModule): FieldMatch | null {
  const wanted = plain(argument);
  const ownNames = [module.singular, module.apiName, module.plural].map(plain);
  if (wanted === "record" || ownNames.includes(wanted)) return { from: "record" };
  const owner = ownNames.find((name) => wanted.startsWith(name));
  const candidates = owner ? [wanted, wanted.slice(owner.length)] : [wanted];
  for (const candidate of candidates) {
    if (candidate === "id" || (owner && candidate === `${owner}id`)) return { from: "field", field: "id" };
    const found = module.fields.find((field) => plain(field.apiName) === candidate || plain(field.label) === candidate);
    if (found) return { from: "field", field: found.apiName };
  }
  const ending = module.fields.filter((field) => wanted.endsWith(plain(field.apiName)));
  return ending.length === 1 ? { from: "field", field: ending[0]!.apiName } : null;
}

const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, "");
