"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { codeOfStep } from "@/components/executions/run/tabs/code-of-step";
import { useTRPC } from "@/components/trpc";
import { CountedLines } from "@/components/ui/counted-lines";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { sumLines } from "@/core/execution/sum-lines";
import type { ExecutionDetail } from "@/server/executions/get-execution";

/** The compiled lines of one step, as they ran, with what each line counted and the one that failed marked. */
export function CodeTab({ run, nodeId, line }: { run: ExecutionDetail; nodeId: string; line: number | null }) {
  const t = useTranslations("executions.panel");
  const trpc = useTRPC();
  const code = useQuery(trpc.executions.code.queryOptions({ id: run.id }, { staleTime: Number.POSITIVE_INFINITY }));
  if (code.isPending) return <Skeleton className="h-40 w-full" />;
  if (code.isError) return <ErrorState error={code.error} onRetry={code.refetch} />;
  const turns = run.steps.filter((step) => step.nodeId === nodeId);
  const lines = codeOfStep(code.data, nodeId, line, sumLines(turns.map((step) => step.lines)));
  const used = turns.reduce((sum, step) => sum + step.statements, 0);
  return (
    <div className="space-y-2">
      <div className="flex flex-wrap justify-between gap-x-4 text-xs text-muted-foreground">
        <p>{t("codeFrom")}</p>
        <p className="tabular-nums">
          {turns.length > 1
            ? t("instructionsOfTurns", { used, turns: turns.length })
            : t("instructionsOf", { used, limit: run.limits.statementsPerCall })}
        </p>
      </div>
      <CountedLines
        labels={{ caption: t("codeFrom"), line: t("lineColumn"), count: t("instructionsColumn"), code: t("tabs.code") }}
        lines={lines}
      />
    </div>
  );
}
