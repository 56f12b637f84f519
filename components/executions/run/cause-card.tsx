"use client";

import { useTranslations } from "next-intl";
import { useHeadline } from "@/components/executions/headline-text";
import { CauseDetails } from "@/components/executions/run/cause-details";
import { EffectLines } from "@/components/executions/run/effect-lines";
import { QuietCard } from "@/components/executions/run/quiet-card";
import { isTriedAgain } from "@/components/executions/run/tried-again";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { StateGlyph } from "@/components/ui/state-glyph";
import type { ExecutionDetail } from "@/server/executions/get-execution";

/** On top of every run: why it is not plainly green and what to do; for one that is, a sentence and its effects. */
export function CauseCard({ run, onStep }: { run: ExecutionDetail; onStep: (nodeId: string) => void }) {
  const t = useTranslations("executions");
  const headline = useHeadline();
  const [cause, ...others] = run.causes;
  if (!cause) return <QuietCard run={run} />;
  const sentence = headline(cause.headline);
  const number = cause.step ? stepNumber(run, cause.step.nodeId) : null;
  return (
    <section
      aria-label={t("cause.label")}
      className={cn(
        "rounded-xl border bg-card shadow-card",
        cause.handled ? "border-state-handled/40" : "border-state-failed/40",
      )}
    >
      <header
        className={cn(
          "flex items-start gap-3 rounded-t-xl px-4 py-2.5",
          cause.handled ? "bg-state-handled/8" : "bg-state-failed/8",
        )}
      >
        <StateGlyph state="failed" handled={cause.handled} wordless size={20} className="mt-px" />
        <h2 className="min-w-0 flex-1 text-[0.9375rem] leading-snug font-semibold">
          {sentence}
          {cause.step && number !== null && (
            <button
              type="button"
              onClick={() => cause.step && onStep(cause.step.nodeId)}
              className="ml-2 rounded text-[0.8125rem] font-normal text-muted-foreground hover:text-foreground hover:underline"
            >
              (
              {t(sentence.includes(cause.step.label) ? "cause.stepOnly" : "cause.step", {
                number,
                label: cause.step.label,
              })}
              )
            </button>
          )}
        </h2>
        {cause.handled && (
          <Badge tone="handled" className="bg-card">
            {isTriedAgain(run, cause.step)
              ? t("cause.triedAgain")
              : t("cause.handledTitle", { count: Math.max(1, run.handledFailures) })}
          </Badge>
        )}
        <Badge tone="outline" title={cause.zoho ? t("cause.zoho", { zoho: cause.zoho }) : undefined}>
          {t(`fault.${cause.fault}`)}
        </Badge>
      </header>
      <dl className="grid grid-cols-1 items-baseline sm:grid-cols-[6.5rem_minmax(0,1fr)] gap-x-3 gap-y-2 px-4 py-3 text-[0.8125rem]">
        <CauseDetails run={run} cause={cause} />
        <dt className="text-muted-foreground">{t("cause.did")}</dt>
        <dd>{run.summary.length === 0 ? t("cause.noEffects") : <EffectLines lines={run.summary} inline />}</dd>
        {others.length > 0 && (
          <>
            <dt className="text-muted-foreground">{t("cause.others", { count: others.length })}</dt>
            <dd>
              <ul>
                {others.map((other) => (
                  <li key={`${other.step?.nodeId}-${other.step?.path}-${other.step?.attempt}`}>
                    <button
                      type="button"
                      className="rounded text-left hover:underline"
                      onClick={() => other.step && onStep(other.step.nodeId)}
                    >
                      {headline(other.headline)}
                    </button>
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}

/** The number the list of steps gives it. */
function stepNumber(run: ExecutionDetail, nodeId: string): number | null {
  const at = run.steps.findIndex((step) => step.nodeId === nodeId);
  return at < 0 ? null : at + 1;
}
