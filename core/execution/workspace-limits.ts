import { z } from "zod";
import { LIMITS } from "@/core/execution/limits";

/** How a limit is written for people. */
export type LimitUnit = "count" | "seconds" | "kilobytes" | "megabytes" | "characters";
export type LimitGroup = "code" | "time" | "calls" | "day";

interface SettableLimit {
  group: LimitGroup;
  unit: LimitUnit;
  /** The hard bounds of what may be set, in the limit's own measure. */
  least: number;
  most: number;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const KB = 1_024;
const MB = 1_024 * KB;

const time = (most: number) => ({ group: "time", unit: "seconds", least: SECOND, most }) as const;
const day = (most: number, least = 0) => ({ group: "day", unit: "count", least, most }) as const;

/** The limits an administrator may set for a workspace, in the order they are shown; all others stand as they are. */
export const SETTABLE_LIMITS = {
  statementsPerCall: { group: "code", unit: "count", least: 100, most: 1_000_000 },
  statementsPerExecution: { group: "code", unit: "count", least: 1_000, most: 20_000_000 },
  stepsPerExecution: { group: "code", unit: "count", least: 10, most: 10_000 },
  memoryBytes: { group: "code", unit: "megabytes", least: 16 * MB, most: 64 * MB },
  logBytesPerStep: { group: "code", unit: "kilobytes", least: KB, most: MB },
  "activeTimeMs.button": time(MINUTE),
  "activeTimeMs.related-list": time(MINUTE),
  "activeTimeMs.workflow": time(15 * MINUTE),
  "activeTimeMs.api": time(5 * MINUTE),
  "activeTimeMs.webhook": time(5 * MINUTE),
  "activeTimeMs.manual": time(15 * MINUTE),
  "activeTimeMs.schedule": time(60 * MINUTE),
  hostCallsPerExecution: { group: "calls", unit: "count", least: 1, most: 10_000 },
  nestedCallsPerExecution: { group: "calls", unit: "count", least: 0, most: 500 },
  httpTimeMs: { group: "calls", unit: "seconds", least: SECOND, most: 2 * MINUTE },
  httpResponseBytes: { group: "calls", unit: "kilobytes", least: KB, most: 10 * MB },
  argumentsInBodyCharacters: { group: "calls", unit: "characters", least: 1_000, most: 1_000_000 },
  "perDay.functionCalls": day(10_000_000),
  "perDay.functionCallsPerPerson": day(1_000_000),
  "perDay.peopleCounted": day(100_000, 1),
  "perDay.recordOperations": day(10_000_000),
  "perDay.httpCalls": day(10_000_000),
  "perDay.mails": day(1_000_000),
} as const satisfies Record<string, SettableLimit>;

export type LimitName = keyof typeof SETTABLE_LIMITS;
export type WorkspaceLimits = Record<LimitName, number>;

export const LIMIT_NAMES = Object.keys(SETTABLE_LIMITS) as LimitName[];

/** What counts for a workspace that has set nothing. */
export const DEFAULT_LIMITS = Object.fromEntries(LIMIT_NAMES.map((name) => [name, defaultOf(name)])) as WorkspaceLimits;

/** Limits to set by name; null puts one back to what it is by default. */
export const LimitChanges = z.strictObject(
  Object.fromEntries(
    LIMIT_NAMES.map((name) => {
      const { least, most } = SETTABLE_LIMITS[name];
      return [name, z.number().int().min(least).max(most).nullable().optional()];
    }),
  ) as Record<LimitName, z.ZodOptional<z.ZodNullable<z.ZodNumber>>>,
);
export type LimitChanges = Partial<Record<LimitName, number | null>>;

/**
 * @param stored what the workspace set, as it was stored; what does not fit (any more) counts as not set
 * @returns every settable limit of the workspace
 */
export function workspaceLimitsOf(stored: unknown): WorkspaceLimits {
  const given = typeof stored === "object" && stored !== null ? (stored as Record<string, unknown>) : {};
  const own = LIMIT_NAMES.map((name) => {
    const { least, most } = SETTABLE_LIMITS[name];
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    const fits = typeof value === "number" && Number.isInteger(value);
    return [name, fits ? Math.min(Math.max(value, least), most) : DEFAULT_LIMITS[name]];
  });
  return Object.fromEntries(own) as WorkspaceLimits;
}

/** A name leads through the table of limits by its dots. */
function defaultOf(name: string): number {
  const [first = "", second] = name.split(".");
  const found = (LIMITS as Record<string, number | Record<string, number>>)[first];
  const value = typeof found === "object" ? found[second ?? ""] : found;
  if (value === undefined) throw new Error(`there is no limit ${name}`);
  return value;
}
