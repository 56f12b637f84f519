import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useState } from "react";
import { useTRPC } from "@/components/trpc";
import type { CodeMark } from "@/components/ui/code-editor";
import type { Diagnostic } from "@/core/compiler/diagnostic";

/** A pause in typing of this length asks the checker (milliseconds). */
const DEBOUNCE_MS = 400;

/** What does not fit in the types of a function that is being written; of the newest code that was asked about. */
export function useFunctionTypes(source: string, isReadable: boolean): CodeMark[] {
  const t = useTranslations("diagnostics");
  const trpc = useTRPC();
  const { mutateAsync } = useMutation(trpc.functions.check.mutationOptions());
  const [found, setFound] = useState<{ source: string; diagnostics: Diagnostic[] }>({ source: "", diagnostics: [] });
  useEffect(() => {
    if (!isReadable) return;
    let isNewest = true;
    const timer = setTimeout(async () => {
      const answer = await mutateAsync({ source }).catch(() => null);
      if (isNewest && answer) setFound({ source, diagnostics: answer.diagnostics });
    }, DEBOUNCE_MS);
    return () => {
      isNewest = false;
      clearTimeout(timer);
    };
  }, [source, isReadable, mutateAsync]);
  return useMemo(() => {
    if (found.source !== source) return [];
    return found.diagnostics.map(({ code, params, severity }) => {
      const line = Number(params.line ?? 1);
      // The gutter says the line.
      return { line, severity, message: t(code as never, { ...params, line: 0 } as never) };
    });
  }, [found, source, t]);
}
