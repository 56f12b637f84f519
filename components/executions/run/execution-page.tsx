"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { CauseCard } from "@/components/executions/run/cause-card";
import { DecisionCard } from "@/components/executions/run/decision-card";
import { DecisionNotes } from "@/components/executions/run/decision-notes";
import { OpenWaits } from "@/components/executions/run/open-waits";
import { RunCanvas } from "@/components/executions/run/run-canvas";
import { RunHeader } from "@/components/executions/run/run-header";
import { RunSkeleton } from "@/components/executions/run/run-skeleton";
import { SecondTry } from "@/components/executions/run/second-try";
import { StepPanel } from "@/components/executions/run/step-panel";
import { StepsList } from "@/components/executions/run/steps-list";
import { useChosenStep } from "@/components/executions/run/use-chosen-step";
import { useExecutionChanges } from "@/components/executions/use-execution-changes";
import { useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { isFinal } from "@/core/execution/statuses";
import type { ExecutionDetail } from "@/server/executions/get-execution";

/** One run: what happened, why, and what to do. Follows along while it runs. */
export function ExecutionPage({ id }: { id: string }) {
  const t = useTranslations("executions");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const options = trpc.executions.get.queryOptions({ id });
  const run = useQuery(options);
  const open = run.data ? !isFinal(run.data.status) : true;
  useExecutionChanges(() => void queries.invalidateQueries({ queryKey: options.queryKey }), { id, enabled: open });

  if (run.isPending) return <RunSkeleton />;
  if (run.isError) {
    return (
      <ErrorState
        error={run.error}
        onRetry={run.refetch}
        action={
          <Button asChild>
            <Link href="/executions">{t("title")}</Link>
          </Button>
        }
        className="h-full"
      />
    );
  }
  return <Run run={run.data} />;
}

function Run({ run }: { run: ExecutionDetail }) {
  const t = useTranslations("executions");
  const [{ step: chosen, round }, choose] = useChosenStep(run);
  return (
    <div className="flex min-h-full flex-col xl:h-full xl:min-h-[720px]">
      <RunHeader run={run} />
      <div className="px-6 pb-3">
        {run.decision ? <DecisionCard run={run} decision={run.decision} /> : <CauseCard run={run} onStep={choose} />}
        <SecondTry at={run.secondTryAt} />
        <DecisionNotes run={run} />
        <OpenWaits run={run} />
      </div>
      <div className="grid min-h-0 flex-1 grid-rows-[280px_auto_minmax(420px,1fr)] border-t border-border sm:grid-cols-[280px_minmax(0,1fr)] sm:grid-rows-[280px_minmax(420px,1fr)] xl:grid-cols-[320px_minmax(0,1fr)_420px] xl:grid-rows-1">
        <section
          aria-label={t("steps.label")}
          className="order-2 min-h-0 overflow-y-auto border-border max-sm:border-b sm:border-r xl:order-1"
        >
          <StepsList run={run} chosen={chosen} round={round} onChoose={choose} />
        </section>
        <section
          aria-label={t("steps.canvas")}
          className="order-1 min-h-0 sm:col-span-2 border-b border-border xl:order-2 xl:col-span-1 xl:border-b-0"
        >
          <RunCanvas run={run} chosen={chosen} round={round} onChoose={choose} />
        </section>
        <section aria-label={t("panel.label")} className="order-3 min-h-0 overflow-hidden xl:border-l xl:border-border">
          <StepPanel key={chosen ?? ""} run={run} nodeId={chosen} round={round} onChoose={choose} />
        </section>
      </div>
    </div>
  );
}
