"use client";

import { useTranslations } from "next-intl";
import type { Cause } from "@/core/execution/cause";

/** @returns a function that gives the first evidence: what the other side said word for word, else our own explanation. */
export function useEvidence(): (cause: Cause) => string {
  const t = useTranslations("executions.cause");
  const explanation = useTranslations("errors");
  return ({ said, error }) => {
    if (said !== "" && error.status) return t("answered", { status: error.status, said });
    if (said !== "") return t("said", { said });
    return explanation(error.code, error.params as Record<string, string | number>);
  };
}
