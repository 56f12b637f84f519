"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { codeOfStep } from "@/components/executions/run/tabs/code-of-step";
import { useTRPC } from "@/components/trpc";
import { CountedLines } from "@/components/ui/counted-lines";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import type { JournalStep } from "@/core/execution/journal";
import { LIMITS } from "@/core/execution/limits";
import { sumLines } from "@/core/execution/sum-lines";

interface CountedCodeProps {
  executionId: string;
  nodeId: string;
  /** What is counted: every turn of the step, or the one that is looked at. */
  turns: readonly Pick<JournalStep, "lines" | "statements">[];
  /** The line of the user's code where it failed. */
  failedLine?: number | null;
  limit?: number;
}

/** The compiled lines of one step, as they ran, with what each line counted and the one that failed marked. */
export function CountedCode({
  executionId,
  nodeId,
  turns,
  failedLine = null,
  limit = LIMITS.statementsPerCall,
}: CountedCodeProps) {
  const t = useTranslations("executions.panel");
  const trpc = useTRPC();
  const code = useQuery(
    trpc.executions.code.queryOptions({ id: executionId }, { staleTime: Number.POSITIVE_INFINITY }),
  );
  if (code.isPending) return <Skeleton className="h-40 w-full" />;
  if (code.isError) return <ErrorState error={code.error} onRetry={code.refetch} />;
  const lines = codeOfStep(code.data, nodeId, failedLine, sumLines(turns.map((step) => step.lines)));
  const used = turns.reduce((sum, step) => sum + step.statements, 0);
  return (
    <div className="space-y-2">
      <div className="flex flex-wrap justify-between gap-x-4 text-xs text-muted-foreground">
        <p>{t("codeFrom")}</p>
        <p className="tabular-nums">
          {turns.length > 1
            ? t("instructionsOfTurns", { used, turns: turns.length })
            : t("instructionsOf", { used, limit })}
        </p>
      </div>
      <CountedLines
        labels={{ caption: t("codeFrom"), line: t("lineColumn"), count: t("instructionsColumn"), code: t("tabs.code") }}
        lines={lines}
      />
    </div>
  );
}
