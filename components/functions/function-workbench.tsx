"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { DraftIndicator } from "@/components/functions/draft-indicator";
import { FunctionActions } from "@/components/functions/function-actions";
import { FunctionCode } from "@/components/functions/function-code";
import { FunctionPill } from "@/components/functions/function-pill";
import { FunctionRail } from "@/components/functions/function-rail";
import { RepublishHint } from "@/components/functions/republish-hint";
import { TestInputs } from "@/components/functions/test-inputs";
import { TrialResult } from "@/components/functions/trial-result";
import { useFunctionDraft } from "@/components/functions/use-function-draft";
import { useFunctionTrial } from "@/components/functions/use-function-trial";
import { VersionsPanel } from "@/components/functions/versions-panel";
import { Badge } from "@/components/ui/badge";
import { PageHeader } from "@/components/ui/page-header";
import { TabPanel, Tabs } from "@/components/ui/tabs";
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
  const [tab, setTab] = useState<"code" | "versions">("code");
  return (
    <div
      className="flex min-h-full flex-col"
      onKeyDownCapture={(event) => {
        if (!(event.ctrlKey || event.metaKey)) return;
        const act = { Enter: trial.run, s: draft.save }[event.key];
        if (!act) return;
        event.preventDefault();
        event.stopPropagation();
        void act();
      }}
    >
      <PageHeader
        breadcrumb={[{ href: "/functions", label: t("title") }]}
        title={<span className="font-mono">{draft.head?.name || saved?.name || t(saved ? "unnamed" : "new")}</span>}
        status={
          saved ? (
            <>
              <FunctionPill pill={saved.pill} />
              <DraftIndicator draft={draft} />
            </>
          ) : (
            <Badge>{t("notSavedYet")}</Badge>
          )
        }
        actions={<FunctionActions saved={saved} draft={draft} trial={trial} />}
      />
      {saved && <RepublishHint saved={saved} />}
      <Tabs
        value={tab}
        onChange={setTab}
        ariaLabel={t("tabs.label")}
        tabs={[
          { value: "code", label: t("tabs.code") },
          { value: "versions", label: t("tabs.versions"), disabled: !saved },
        ]}
        className="flex-1 px-6"
      >
        {/* Stays, so that what was undone and what came out of a test are still there on the way back. */}
        <TabPanel
          value="code"
          forceMount
          className="grid items-start gap-4 pt-4 pb-8 data-[state=inactive]:hidden lg:grid-cols-[minmax(0,1fr)_18rem] xl:grid-cols-[minmax(0,1fr)_20rem]"
        >
          <div className="flex min-w-0 flex-col gap-4">
            <FunctionCode draft={draft} error={trial.result?.error ?? null} />
            <div className="grid items-start gap-4 xl:grid-cols-[17rem_minmax(0,1fr)]">
              <TestInputs trial={trial} recent={saved?.recentInputs ?? []} parameters={draft.parameters} />
              <TrialResult trial={trial} />
            </div>
          </div>
          <FunctionRail draft={draft} saved={saved} />
        </TabPanel>
        <TabPanel value="versions" className="pt-4 pb-8">
          {saved && <VersionsPanel functionId={saved.id} draft={draft} onRestored={() => setTab("code")} />}
        </TabPanel>
      </Tabs>
    </div>
  );
}
