"use client";

import { useTranslations } from "next-intl";
import type { RecordProblem } from "@/core/records/validate-record";

/** @returns a function that says what is wrong with a field and what to do. */
export function useProblemText(): (problem: RecordProblem) => string {
  const t = useTranslations("records.problems");
  return ({ code, params }) => {
    const printable = Object.entries(params).map(([name, value]) => [
      name,
      typeof value === "number" ? value : String(value),
    ]);
    return t(code, Object.fromEntries(printable));
  };
}
