"use client";

import { useTranslations } from "next-intl";
import { orderedNodes } from "@/components/executions/run/ordered-nodes";
import { StepRow } from "@/components/executions/run/step-row";
import type { ExecutionDetail } from "@/server/executions/get-execution";

/** The run told in steps: those that ran in their order, then what was not reached. */
export function StepsList({ run, chosen, round, onChoose }: StepsListProps) {
  const t = useTranslations("executions.steps");
  const rows = orderedNodes(run, round);
  const longest = Math.max(...run.steps.map(({ durationMs }) => durationMs), 1);
  if (run.steps.length === 0) return <p className="px-5 py-4 text-[0.8125rem] text-muted-foreground">{t("empty")}</p>;
  return (
    <ol className="p-2">
      {rows.map(({ node, step, depth, number }) => (
        <StepRow
          key={node.id}
          run={run}
          node={node}
          step={step}
          depth={depth}
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
  /** The round of a loop that is shown. */
  round: string | null;
  onChoose: (nodeId: string) => void;
}
