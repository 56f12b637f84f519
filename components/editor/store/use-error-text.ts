import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { printable } from "@/components/editor/store/printable";
import type { ExecutionError } from "@/core/execution/errors";

/** Puts the failure of a step into the person's language. */
export function useErrorText(): (error: ExecutionError) => string {
  const t = useTranslations("errors");
  return useCallback(
    (error) =>
      t.has(error.code as never)
        ? t(error.code as never, { message: error.message, ...printable(error.params) } as never)
        : error.message,
    [t],
  );
}
