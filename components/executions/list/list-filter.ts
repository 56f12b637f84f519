import type { ExecutionFilter } from "@/server/executions/execution-filter";

/** What the address bar holds of the list: the filter's parts that a person chose. */
export interface ListFilter {
  tab: "all" | "attention";
  status?: string;
  automation?: string;
  trigger?: string;
  mode?: string;
  time?: string;
  q?: string;
}

export const STATUSES = ["failed", "needs-decision", "refused", "handled", "succeeded", "running", "canceled"] as const;
export const TRIGGERS = ["button", "manual", "api"] as const;
export const MODES = ["live", "test"] as const;
export const TIMES = ["hour", "day", "week", "month"] as const;

const HOUR_MS = 3_600_000;
const TIME_MS: Record<(typeof TIMES)[number], number> = {
  hour: HOUR_MS,
  day: 24 * HOUR_MS,
  week: 7 * 24 * HOUR_MS,
  month: 30 * 24 * HOUR_MS,
};
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads a filter from the address; what it does not know is left out. */
export function readListFilter(parameters: Pick<URLSearchParams, "get">): ListFilter {
  const automation = parameters.get("automation");
  return {
    tab: parameters.get("tab") === "attention" ? "attention" : "all",
    status: oneOf(STATUSES, parameters.get("status")),
    automation: automation && UUID.test(automation) ? automation : undefined,
    trigger: oneOf(TRIGGERS, parameters.get("trigger")),
    mode: oneOf(MODES, parameters.get("mode")),
    time: oneOf(TIMES, parameters.get("time")),
    q: parameters.get("q")?.slice(0, 200) || undefined,
  };
}

/** Writes a filter as the query of an address: "" when nothing is chosen. */
export function writeListFilter({ tab, ...parts }: ListFilter): string {
  const parameters = new URLSearchParams();
  if (tab === "attention") parameters.set("tab", tab);
  for (const [key, value] of Object.entries(parts)) if (value) parameters.set(key, value);
  const query = parameters.toString();
  return query ? `?${query}` : "";
}

/** @returns the filter the server takes; `now` decides what "last 7 days" means. */
export function serverFilter(filter: ListFilter, now: Date): ExecutionFilter {
  const time = oneOf(TIMES, filter.time ?? null);
  return {
    status: filter.tab === "attention" ? "attention" : oneOf(STATUSES, filter.status ?? null),
    automationId: filter.automation,
    trigger: filter.trigger,
    mode: oneOf(MODES, filter.mode ?? null),
    from: time && new Date(now.getTime() - TIME_MS[time]),
    search: filter.q,
  };
}

/** @returns whether a person chose anything beside the tab. */
export const isFiltered = ({ tab: _tab, ...parts }: ListFilter): boolean => Object.values(parts).some(Boolean);

const oneOf = <Known extends string>(known: readonly Known[], value: string | null): Known | undefined =>
  known.find((candidate) => candidate === value);
