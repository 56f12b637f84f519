"use client";

import { useTranslations } from "next-intl";
import { useHeadline } from "@/components/executions/headline-text";
import { OriginTrail } from "@/components/executions/run/origin-trail";
import { useEvidence } from "@/components/executions/run/use-evidence";
import { JsonView } from "@/components/ui/json-view";
import type { ExecutionError } from "@/core/execution/errors";
import type { JournalStep } from "@/core/execution/journal";
import type { ExecutionDetail } from "@/server/executions/get-execution";

/** Why this step failed: the sentence, the words of the other side, and the way of the value they would not take. */
export function StepCauseTab({ run, step, error }: { run: ExecutionDetail; step: JournalStep; error: ExecutionError }) {
  const t = useTranslations("executions");
  const sentence = useTranslations("errors");
  const headline = useHeadline();
  const evidence = useEvidence();
  const cause = run.causes.find((candidate) => candidate.step?.nodeId === step.nodeId);
  return (
    <div className="space-y-3 text-[0.8125rem]">
      <p className="font-medium">
        {cause ? headline(cause.headline) : sentence(error.code, error.params as Record<string, string | number>)}
      </p>
      {cause && (
        <blockquote className="border-l-2 border-state-failed/50 pl-3 text-muted-foreground">
          {evidence(cause)}
        </blockquote>
      )}
      {error.line !== undefined && <p>{t("panel.line", { line: error.line })}</p>}
      {cause && cause.chain.length > 0 && <OriginTrail run={run} chain={cause.chain} />}
      {error.body !== undefined && (
        <section>
          <h3 className="mb-1 text-xs font-medium text-muted-foreground">{t("panel.received")}</h3>
          <JsonView value={error.body} />
        </section>
      )}
    </div>
  );
}
