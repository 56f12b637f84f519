"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { RoundPicker } from "@/components/editor/inspector/round-picker";
import { attemptsOf, stepOf } from "@/components/editor/store/run-view";
import { CodeTab } from "@/components/executions/run/tabs/code-tab";
import { DataTab } from "@/components/executions/run/tabs/data-tab";
import { ExchangeTab } from "@/components/executions/run/tabs/exchange-tab";
import { LogTab } from "@/components/executions/run/tabs/log-tab";
import { ResultTab } from "@/components/executions/run/tabs/result-tab";
import { StepCauseTab } from "@/components/executions/run/tabs/step-cause-tab";
import { useDuration } from "@/components/executions/use-duration";
import { useMe } from "@/components/shell/use-me";
import { StateGlyph } from "@/components/ui/state-glyph";
import { TabPanel, Tabs } from "@/components/ui/tabs";
import type { JournalStep } from "@/core/execution/journal";
import type { GraphNode } from "@/core/graph/document";
import { findNodeType } from "@/core/nodes/catalogue";
import { roleAllows } from "@/core/users/roles";
import type { ExecutionDetail } from "@/server/executions/get-execution";

const TABS = ["cause", "exchange", "data", "result", "log", "code"] as const;
type Tab = (typeof TABS)[number];

/** What one step took and gave, what it sent and received, its log and its code. Tabs only where there is something. */
export function StepPanel({ run, nodeId, round, onChoose }: StepPanelProps) {
  const t = useTranslations("executions");
  const node = run.document.nodes.find(({ id }) => id === nodeId);
  const step = stepOf(run, nodeId ?? "", round);
  if (!node) return <p className="p-5 text-[0.8125rem] text-muted-foreground">{t("steps.select")}</p>;
  return (
    <div className="flex h-full min-h-0 flex-col">
      <PanelHeader run={run} node={node} step={step} />
      {step && (
        <div className="px-4 pb-1 empty:hidden">
          <RoundPicker
            rounds={attemptsOf(run.steps, node.id)}
            path={step.path}
            onChoose={(path) => onChoose(node.id, path)}
          />
        </div>
      )}
      {step ? (
        <StepTabs key={step.path} run={run} node={node} step={step} />
      ) : (
        <p className="px-5 py-3 text-[0.8125rem] text-muted-foreground">{t("panel.noStep")}</p>
      )}
    </div>
  );
}

interface StepPanelProps {
  run: ExecutionDetail;
  nodeId: string | null;
  /** The round of a loop that is shown. */
  round: string | null;
  onChoose: (nodeId: string, round: string) => void;
}

function PanelHeader({ run, node, step }: { run: ExecutionDetail; node: GraphNode; step: JournalStep | undefined }) {
  const t = useTranslations("executions.panel");
  const duration = useDuration();
  return (
    <header className="px-5 pt-3.5 pb-1.5">
      <div className="flex items-center gap-2">
        <h2 className="min-w-0 flex-1 truncate text-sm font-semibold">{node.label}</h2>
        <StateGlyph state={step?.status ?? "not-reached"} handled={step?.handled} className="text-xs" />
      </div>
      {step && step.status !== "running" && (
        <p className="mt-0.5 text-xs text-muted-foreground tabular-nums">
          {t("facts", {
            duration: duration(step.durationMs),
            used: step.statements,
            limit: run.limits.statementsPerCall,
          })}
          {step.attempt > 1 && ` · ${t("attempt", { attempt: step.attempt })}`}
        </p>
      )}
    </header>
  );
}

function StepTabs({ run, node, step }: { run: ExecutionDetail; node: GraphNode; step: JournalStep }) {
  const t = useTranslations("executions.panel.tabs");
  const { role } = useMe();
  const effects = run.effects.filter((effect) => effect.nodeId === node.id && effect.path === step.path);
  const has: Record<Tab, boolean> = {
    cause: step.error !== null,
    exchange: effects.length > 0,
    data: !findNodeType(node.type)?.isTrigger,
    result: true,
    log: step.log.length > 0,
    code: roleAllows(role, "builder"),
  };
  const tabs = TABS.filter((tab) => has[tab]);
  const [tab, setTab] = useState<Tab>(tabs[0] ?? "result");
  return (
    <Tabs
      value={tab}
      onChange={setTab}
      ariaLabel={t("label")}
      tabs={tabs.map((value) => ({ value, label: t(value) }))}
      className="flex-1 [&_[role=tab]]:-outline-offset-2 [&>div:first-child]:overflow-x-auto [&>div:first-child]:px-3"
    >
      <TabPanel value={tab} className="overflow-y-auto px-5 py-3">
        {tab === "cause" && step.error && <StepCauseTab run={run} step={step} error={step.error} />}
        {tab === "exchange" && <ExchangeTab effects={effects} />}
        {tab === "data" && <DataTab node={node} step={step} />}
        {tab === "result" && <ResultTab step={step} />}
        {tab === "log" && <LogTab log={step.log} />}
        {tab === "code" && <CodeTab run={run} nodeId={node.id} line={step.error?.line ?? null} />}
      </TabPanel>
    </Tabs>
  );
}
