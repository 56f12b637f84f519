import type { CrmModule } from "@/core/records/field-types";
import { FILTER_OPERATORS, OPERATORS_OF, type RecordFilter, takesNoValue } from "@/core/records/record-filters";

/** What a list shows; all of it stands in the address, so a view can be sent to a colleague. */
export interface ListView {
  search: string;
  filters: RecordFilter[];
  sort: { by: string; direction: "ascending" | "descending" } | null;
}

/** Reads a view from an address. What does not fit the module is left out. */
export function readListView(crmModule: CrmModule, params: URLSearchParams): ListView {
  const sort = params.get("sort") ?? "";
  const by = sort.replace(/^-/, "");
  const sortable = ["name", "createdAt", "updatedAt", ...crmModule.fields.map((field) => field.apiName)];
  return {
    search: params.get("q") ?? "",
    filters: params.getAll("filter").flatMap((text) => readFilter(crmModule, text) ?? []),
    sort: sortable.includes(by) ? { by, direction: sort.startsWith("-") ? "descending" : "ascending" } : null,
  };
}

/** @returns the view as a query string with its "?", or "" for the plain list. */
export function writeListView(view: ListView): string {
  const params = new URLSearchParams();
  if (view.search) params.set("q", view.search);
  for (const { field, operator, value } of view.filters) {
    const text = Array.isArray(value) ? value.join("|") : value;
    params.append("filter", takesNoValue(operator) ? `${field}:${operator}` : `${field}:${operator}:${text}`);
  }
  if (view.sort) params.set("sort", `${view.sort.direction === "descending" ? "-" : ""}${view.sort.by}`);
  const text = params.toString();
  return text && `?${text}`;
}

function readFilter(crmModule: CrmModule, text: string): RecordFilter | null {
  const [name = "", operatorName = "", ...rest] = text.split(":");
  const field = crmModule.fields.find(({ apiName }) => apiName === name);
  const operator = FILTER_OPERATORS.find((one) => one === operatorName);
  if (!field || !operator || !OPERATORS_OF[field.type].includes(operator)) return null;
  if (takesNoValue(operator)) return { field: name, operator };
  const value = rest.join(":");
  switch (field.type) {
    case "number":
    case "currency":
      return value !== "" && Number.isFinite(Number(value)) ? { field: name, operator, value: Number(value) } : null;
    case "yes-no":
      return { field: name, operator, value: value === "true" };
    case "pick-list":
      return value ? { field: name, operator, value: value.split("|") } : null;
    default:
      return value ? { field: name, operator, value } : null;
  }
}
