"use client";

import { useTranslations } from "next-intl";

/** Who or what started an execution, as the server tells it. */
export interface Starter {
  startedBy: { name: string } | null;
  /** "page", "api key <name>", "script" */
  startedFrom: string;
}

const KEY_PREFIX = "api key ";

/** @returns a function that names who started an execution: a person, a key or a script. */
export function useStartedBy(): (starter: Starter) => string {
  const t = useTranslations("executions.startedFrom");
  return ({ startedBy, startedFrom }) => {
    if (startedFrom.startsWith(KEY_PREFIX)) return t("key", { key: startedFrom.slice(KEY_PREFIX.length) });
    if (startedFrom === "script") return t("script");
    return startedBy?.name ?? t("nobody");
  };
}
