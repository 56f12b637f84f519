"use client";

import { useTranslations } from "next-intl";
import { useHeadline } from "@/components/executions/headline-text";
import { EffectLines } from "@/components/executions/run/effect-lines";
import { StateGlyph } from "@/components/ui/state-glyph";
import type { ExecutionDetail } from "@/server/executions/get-execution";

/** A run that needs nothing of anybody: what came of it and what it did, or what it is doing now. */
export function QuietCard({ run }: { run: ExecutionDetail }) {
  const t = useTranslations("executions.cause");
  const text = useQuietText(run);
  return (
    <section
      aria-label={t("label")}
      aria-live="polite"
      className="flex flex-wrap items-center gap-x-5 gap-y-2 rounded-xl border border-border bg-card px-4 py-2.5 shadow-card"
    >
      <p className="flex min-w-0 items-center gap-2.5 text-[0.9375rem] font-medium">
        <StateGlyph state={run.status} wordless size={20} />
        <span className="min-w-0">{text}</span>
      </p>
      {run.summary.length > 0 && <EffectLines lines={run.summary} inline />}
    </section>
  );
}

function useQuietText(run: ExecutionDetail): string {
  const t = useTranslations("executions.cause");
  const headline = useHeadline();
  if (run.status === "queued") return t("queued");
  if (run.status === "running" || run.status === "waiting") {
    const active = run.steps.findLast(({ status }) => status === "running" || status === "waiting");
    const label = run.document.nodes.find(({ id }) => id === active?.nodeId)?.label;
    return label ? t(run.status, { step: label }) : t("runningNoStep");
  }
  if (run.outcome?.key === "outcome.message") {
    return t("succeededMessage", { message: String(run.outcome.params.message) });
  }
  if (run.outcome && run.status !== "succeeded") return headline(run.outcome);
  return t("succeeded");
}
