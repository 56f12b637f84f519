"use client";

import { useTranslations } from "next-intl";
import { FunctionActions } from "@/components/functions/function-actions";
import { FunctionCode } from "@/components/functions/function-code";
import { FunctionRail } from "@/components/functions/function-rail";
import { RepublishHint } from "@/components/functions/republish-hint";
import { TestInputs } from "@/components/functions/test-inputs";
import { TrialResult } from "@/components/functions/trial-result";
import { useFunctionDraft } from "@/components/functions/use-function-draft";
import { useFunctionTrial } from "@/components/functions/use-function-trial";
import { Badge } from "@/components/ui/badge";
import { PageHeader } from "@/components/ui/page-header";
import type { FunctionDetail } from "@/server/functions/get-function";

interface FunctionWorkbenchProps {
  /** Null for a new function. */
  saved: FunctionDetail | null;
  onCreated: (id: string) => void;
}

/** Code on the left, what helps to write it on the right, and below: inputs, and what happened with them. */
export function FunctionWorkbench({ saved, onCreated }: FunctionWorkbenchProps) {
  const t = useTranslations("functions");
  const draft = useFunctionDraft(saved, onCreated);
  const trial = useFunctionTrial(draft);
  return (
    <div
      className="flex min-h-full flex-col"
      onKeyDownCapture={(event) => {
        if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        event.stopPropagation();
        void trial.run();
      }}
    >
      <PageHeader
        breadcrumb={[{ href: "/functions", label: t("title") }]}
        title={<span className="font-mono">{draft.head?.name ?? saved?.name ?? t("new")}</span>}
        status={
          <>
            {saved && <Badge tone="outline">{t("version", { version: saved.version })}</Badge>}
            {draft.changed && <Badge>{saved ? t("unsaved") : t("notSavedYet")}</Badge>}
          </>
        }
        actions={<FunctionActions saved={saved} draft={draft} trial={trial} />}
      />
      <RepublishHint saved={saved} />
      <div className="grid flex-1 items-start gap-4 px-6 pt-1 pb-8 lg:grid-cols-[minmax(0,1fr)_18rem] xl:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <FunctionCode draft={draft} error={trial.result?.error ?? null} />
          <div className="grid items-start gap-4 xl:grid-cols-[17rem_minmax(0,1fr)]">
            <TestInputs trial={trial} recent={saved?.recentInputs ?? []} parameters={draft.parameters} />
            <TrialResult trial={trial} />
          </div>
        </div>
        <FunctionRail draft={draft} saved={saved} />
      </div>
    </div>
  );
}
