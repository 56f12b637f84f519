import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { printable } from "@/components/editor/store/printable";
import type { Diagnostic } from "@/core/compiler/diagnostic";

/** Puts a problem into the person's language. */
export function useProblemText(): (problem: Diagnostic) => string {
  const t = useTranslations("diagnostics");
  return useCallback((problem) => t(problem.code as never, printable(problem.params) as never), [t]);
}
