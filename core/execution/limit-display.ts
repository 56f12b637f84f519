import type { LimitUnit } from "@/core/execution/workspace-limits";

const SIZE: Record<LimitUnit, number> = {
  count: 1,
  characters: 1,
  seconds: 1_000,
  kilobytes: 1_024,
  megabytes: 1_048_576,
};

/** @returns a limit in the unit that people read */
export const toShown = (value: number, unit: LimitUnit): number => value / SIZE[unit];

/** @returns a limit as it is kept, of what a person typed; null where that is no number */
export function fromShown(text: string, unit: LimitUnit): number | null {
  const plain = text.trim().replaceAll(/[\s,_]/g, "");
  return /^\d{1,12}(\.\d{1,6})?$/.test(plain) ? Math.round(Number(plain) * SIZE[unit]) : null;
}
