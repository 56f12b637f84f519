"use client";

import { useFormatter, useTranslations } from "next-intl";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** @returns a function that says how long something took: "12 ms", "0.31 s", "2 min 5 s". */
export function useDuration(): (milliseconds: number) => string {
  const t = useTranslations("executions.duration");
  const format = useFormatter();
  return (milliseconds) => {
    if (milliseconds < 100) return t("milliseconds", { value: Math.round(milliseconds) });
    if (milliseconds < MINUTE) {
      return t("seconds", {
        value: format.number(milliseconds / SECOND, { maximumFractionDigits: milliseconds < 10 * SECOND ? 2 : 0 }),
      });
    }
    return t("minutes", {
      minutes: Math.floor(milliseconds / MINUTE),
      seconds: Math.round((milliseconds % MINUTE) / SECOND),
    });
  };
}
