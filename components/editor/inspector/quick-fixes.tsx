"use client";

import { WandSparkles } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEditorStore } from "@/components/editor/store/editor-context";
import { Button } from "@/components/ui/button";
import type { Diagnostic } from "@/core/compiler/diagnostic";
import { applyQuickFix } from "@/core/graph/edits/apply-quick-fix";
import type { QuickFix } from "@/core/graph/edits/quick-fix";

/** What would put a problem right, one button each; a press is one step to undo. */
export function QuickFixes({ problem }: { problem: Diagnostic }) {
  const t = useTranslations("editor.fix");
  const store = useEditorStore();
  const fixes = problem.fix ?? [];
  if (fixes.length === 0) return null;
  const subject = String(problem.params.subject ?? "").slice(0, 80);

  /** What the fix puts into the document for people to read is in their words. */
  const inWords = (fix: QuickFix): QuickFix => {
    if (fix.kind === "skip-when-empty") return { ...fix, label: t("skipLabel", { subject }) };
    return fix.kind === "fail-when-empty" ? { ...fix, message: t("failMessage", { subject }) } : fix;
  };
  const name = (fix: QuickFix): string => {
    if (fix.kind === "replace-in-field") return fix.to.endsWith("?.") ? t("optional") : t("replace", { to: fix.to });
    if (fix.kind === "read-instead") return t("replace", { to: fix.to });
    if (fix.kind === "rename") return t("rename", { name: fix.name });
    if (fix.kind === "rename-field") return t("rename-field", { to: fix.to });
    if (fix.kind === "remove-field") return t("remove-field", { name: fix.name });
    if (fix.kind === "configure") return t("configure", { value: String(fix.value) });
    return fix.kind === "fallback" ? t("fallback", { fallback: fix.fallback }) : t(fix.kind);
  };
  return (
    <span className="flex flex-wrap gap-1">
      {fixes.map((fix) => (
        <Button
          key={JSON.stringify(fix)}
          onClick={() => store.getState().edit((document) => applyQuickFix(document, inWords(fix)))}
          size="sm"
        >
          <WandSparkles aria-hidden />
          {name(fix)}
        </Button>
      ))}
    </span>
  );
}
