"use client";

import { useTranslations } from "next-intl";
import { orderedNodes } from "@/components/executions/run/ordered-nodes";
import { StepRow } from "@/components/executions/run/step-row";
import type { ExecutionDetail } from "@/server/executions/get-execution";

/** The run told in steps: those that ran in their order, then what was not reached. */
export function StepsList({ run, chosen, onChoose }: StepsListProps) {
  const t = useTranslations("executions.steps");
  const rows = orderedNodes(run);
  const longest = Math.max(...run.steps.map(({ durationMs }) => durationMs), 1);
  if (run.steps.length === 0) return <p className="px-5 py-4 text-[0.8125rem] text-muted-foreground">{t("empty")}</p>;
  return (
    <ol className="p-2">
      {rows.map(({ node, step, number }) => (
        <StepRow
          key={node.id}
          run={run}
          node={node}
          step={step}
          number={number}
          share={step ? step.durationMs / longest : 0}
          chosen={node.id === chosen}
          onChoose={onChoose}
        />
      ))}
    </ol>
  );
}

interface StepsListProps {
  run: ExecutionDetail;
  chosen: string | null;
  onChoose: (nodeId: string) => void;
}
