import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { useEditorStore } from "@/components/editor/store/editor-context";
import { printable } from "@/components/editor/store/printable";
import type { Diagnostic } from "@/core/compiler/diagnostic";

/** Puts a problem into the person's language; a setting is called as its field in the form is. */
export function useProblemText(): (problem: Diagnostic) => string {
  const t = useTranslations("diagnostics");
  const types = useTranslations("nodes.types");
  const store = useEditorStore();
  return useCallback(
    (problem) => {
      const params = printable(problem.params);
      const node = store.getState().document.nodes.find((candidate) => candidate.id === problem.nodeId);
      const field = String(params.setting).split(".")[0];
      const label = `${node?.type}.fields.${field}.label` as never;
      const named =
        node && params.setting !== undefined && types.has(label) ? { ...params, setting: types(label) } : params;
      return t(problem.code as never, named as never);
    },
    [t, types, store],
  );
}
