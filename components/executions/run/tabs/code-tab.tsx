"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { codeOfStep } from "@/components/executions/run/tabs/code-of-step";
import { useTRPC } from "@/components/trpc";
import { cn } from "@/components/ui/cn";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import type { ExecutionDetail } from "@/server/executions/get-execution";

/** The compiled lines of one step, as they ran, with the line that failed marked. */
export function CodeTab({ run, nodeId, line }: { run: ExecutionDetail; nodeId: string; line: number | null }) {
  const t = useTranslations("executions.panel");
  const trpc = useTRPC();
  const code = useQuery(trpc.executions.code.queryOptions({ id: run.id }, { staleTime: Number.POSITIVE_INFINITY }));
  if (code.isPending) return <Skeleton className="h-40 w-full" />;
  if (code.isError) return <ErrorState error={code.error} onRetry={code.refetch} />;
  const lines = codeOfStep(code.data, nodeId, line);
  return (
    <div className="space-y-2">
      <p className="text-xs text-muted-foreground">{t("codeFrom")}</p>
      <pre className="overflow-x-auto rounded-lg border border-border bg-muted/40 py-2 font-mono text-xs leading-5">
        {lines.map(({ number, text, failed }) => (
          <div key={number} className={cn("flex w-max min-w-full px-2", failed && "bg-state-failed/15")}>
            <span aria-hidden className="mr-3 w-8 shrink-0 text-right text-muted-foreground select-none">
              {number}
            </span>
            <code>{text || " "}</code>
          </div>
        ))}
      </pre>
    </div>
  );
}
