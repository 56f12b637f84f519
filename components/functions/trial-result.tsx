"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { TrialCalls } from "@/components/functions/trial-calls";
import { TrialConsole } from "@/components/functions/trial-console";
import { TrialInstructions } from "@/components/functions/trial-instructions";
import { TrialOutcome } from "@/components/functions/trial-outcome";
import type { TrialState } from "@/components/functions/use-function-trial";
import { cn } from "@/components/ui/cn";
import { StateGlyph } from "@/components/ui/state-glyph";
import { TabPanel, Tabs } from "@/components/ui/tabs";
import type { FunctionTrial } from "@/server/functions/execute-function";

/** What the function did with the inputs: its result, what it wrote, what it called, what it used. */
export function TrialResult({ trial }: { trial: TrialState }) {
  const t = useTranslations("functions.result");
  const [tab, setTab] = useState<Panel>("result");
  const { result, running } = trial;
  return (
    <section aria-label={t("label")} className="min-w-0 rounded-lg border border-border bg-card shadow-card">
      <Tabs
        value={tab}
        onChange={setTab}
        ariaLabel={t("label")}
        tabs={[
          { value: "result", label: t("tabs.result") },
          { value: "console", label: <Counted label={t("tabs.console")} count={result?.log.length} /> },
          { value: "calls", label: <Counted label={t("tabs.calls")} count={result?.effects.length} /> },
          { value: "instructions", label: t("tabs.instructions") },
        ]}
        className="[&>div:first-child]:px-2"
      >
        {result && (
          <div className="flex flex-wrap items-center gap-x-4 border-b border-border px-4 py-1.5 text-xs text-muted-foreground">
            <StateGlyph state={running ? "running" : result.status} size={14} />
            <span>{t("took", { milliseconds: Math.round(result.durationMs) })}</span>
            <Link href={`/executions/${result.executionId}`} className="ml-auto underline underline-offset-4">
              {t("seeRun")}
            </Link>
          </div>
        )}
        {PANELS.map((panel) => (
          <TabPanel key={panel} value={panel} className={cn("p-4", running && "opacity-60")}>
            {result ? (
              <Shown panel={panel} result={result} />
            ) : (
              <p role="status" className="text-[0.8125rem] text-muted-foreground">
                {running ? t("running") : t("idle")}
              </p>
            )}
          </TabPanel>
        ))}
      </Tabs>
    </section>
  );
}

const PANELS = ["result", "console", "calls", "instructions"] as const;
type Panel = (typeof PANELS)[number];

function Shown({ panel, result }: { panel: Panel; result: FunctionTrial }) {
  switch (panel) {
    case "result":
      return <TrialOutcome result={result} />;
    case "console":
      return <TrialConsole lines={result.log} />;
    case "calls":
      return <TrialCalls effects={result.effects} />;
    case "instructions":
      return <TrialInstructions result={result} />;
  }
}

function Counted({ label, count }: { label: string; count?: number }) {
  return (
    <>
      {label}
      {count ? <span className="text-xs text-muted-foreground tabular-nums">{count}</span> : null}
    </>
  );
}
