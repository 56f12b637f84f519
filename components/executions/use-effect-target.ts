import { useFormatter } from "next-intl";
import { useCallback } from "react";
import type { JournalEffect } from "@/core/execution/journal";

const UNITS = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", 1_000],
] as const;

/** @returns a function that says what an effect acts on; of a wait how long ("3 seconds") or until when, in the reader's words. */
export function useEffectTarget(): (effect: Pick<JournalEffect, "kind" | "target">) => string {
  const format = useFormatter();
  return useCallback(
    ({ kind, target }) => {
      if (kind !== "wait") return target;
      const [, ms] = /^(\d+) ms$/.exec(target) ?? [];
      if (ms !== undefined) {
        const words = ({ value, unit }: DurationPart) =>
          format.number(value, { style: "unit", unit, unitDisplay: "long", maximumFractionDigits: 3 });
        return durationParts(Number(ms)).map(words).join(" ");
      }
      if (!/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(target)) return target;
      return format.dateTime(new Date(target), { dateStyle: "medium", timeStyle: "short" });
    },
    [format],
  );
}

export interface DurationPart {
  value: number;
  unit: "day" | "hour" | "minute" | "second";
}

/** The two largest units that a time has, as people say it: 93,600,000 is one day and two hours. */
export function durationParts(ms: number): DurationPart[] {
  if (ms < 60_000) return [{ value: ms / 1_000, unit: "second" }];
  let rest = ms;
  const parts = UNITS.flatMap(([unit, length]): DurationPart[] => {
    const value = Math.floor(rest / length);
    rest -= value * length;
    return value > 0 ? [{ value, unit }] : [];
  });
  return parts.slice(0, 2);
}
