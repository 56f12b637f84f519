"use client";

import { useLocale, useTimeZone, useTranslations } from "next-intl";
import { displayValue } from "@/core/records/display-value";
import type { CrmField } from "@/core/records/field-types";

type Display = (field: CrmField, value: unknown, lookups: Record<string, string>) => string;

/** @returns a function that writes a stored value in the person's language and time zone; "" when it is empty. */
export function useDisplayValue(): Display {
  const t = useTranslations("records");
  const locale = useLocale();
  const timeZone = useTimeZone() ?? "UTC";
  const words = { yes: t("yes"), no: t("no") };
  return (field, value, lookups) => {
    const lookupName = field.type === "lookup" && value ? (lookups[String(value)] ?? t("deletedRecord")) : undefined;
    return displayValue(field, value, { locale, timeZone, words, lookupName });
  };
}
