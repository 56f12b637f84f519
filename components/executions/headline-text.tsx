"use client";

import { useTranslations } from "next-intl";
import type { Headline } from "@/core/execution/headline";

/** @returns a function that puts a headline or an outcome into a sentence. */
export function useHeadline(): (headline: Headline) => string {
  const t = useTranslations("executions");
  return ({ key, params }) =>
    t.has(key as never)
      ? t(key as never, params as never)
      : t("headline.other", { code: key.split(".").at(-1) ?? key, said: String(params.said ?? "") });
}
