"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useHeadline } from "@/components/executions/headline-text";
import { DecisionForm } from "@/components/executions/run/decision-form";
import { EffectLines } from "@/components/executions/run/effect-lines";
import { exchangeOf } from "@/components/executions/run/tabs/exchange";
import { Badge } from "@/components/ui/badge";
import { CopyableId } from "@/components/ui/copyable-id";
import { JsonView } from "@/components/ui/json-view";
import { StateGlyph } from "@/components/ui/state-glyph";
import type { JournalEffect } from "@/core/execution/journal";
import type { OpenDecision } from "@/server/executions/decide-execution";
import type { ExecutionDetail } from "@/server/executions/get-execution";

/** On top of a run that cannot go on by itself: what is asked, what is known of it, how to find out, and the answers. */
export function DecisionCard({ run, decision }: { run: ExecutionDetail; decision: OpenDecision }) {
  const t = useTranslations("executions");
  const headline = useHeadline();
  const effect = run.effects.find((one) => isAsked(one, decision)) ?? null;
  return (
    <section
      aria-label={t("decision.label")}
      className="rounded-xl border border-state-decision/50 bg-card text-[0.8125rem] shadow-card"
    >
      <header className="flex flex-wrap items-start gap-3 rounded-t-xl bg-state-decision/8 px-4 py-2.5">
        <StateGlyph state="needs-decision" wordless size={20} className="mt-px" />
        <h2 className="min-w-0 flex-1 text-[0.9375rem] leading-snug font-semibold">
          {run.causes[0] ? headline(run.causes[0].headline) : t("decision.label")}
        </h2>
        <Badge tone="outline">{t("fault.millrace")}</Badge>
      </header>
      <div className="space-y-3 px-4 py-3">
        <Explanation run={run} decision={decision} effect={effect} />
        <dl className="grid grid-cols-1 items-baseline gap-x-3 gap-y-1.5 sm:grid-cols-[8rem_minmax(0,1fr)]">
          {effect && <Evidence effect={effect} />}
          {run.summary.length > 0 && (
            <>
              <dt className="text-muted-foreground">{t("cause.did")}</dt>
              <dd className="min-w-0">
                <EffectLines lines={run.summary} inline />
              </dd>
            </>
          )}
        </dl>
        {decision.mayDecide ? (
          <DecisionForm key={decision.revision} executionId={run.id} decision={decision} />
        ) : (
          <p className="text-muted-foreground">{t("decision.askBuilder")}</p>
        )}
      </div>
    </section>
  );
}

const isAsked = (effect: JournalEffect, { effect: asked }: OpenDecision): boolean =>
  asked !== null &&
  effect.nodeId === asked.nodeId &&
  effect.path === asked.path &&
  effect.attempt === asked.attempt &&
  effect.ordinal === asked.ordinal;

function Explanation(props: { run: ExecutionDetail; decision: OpenDecision; effect: JournalEffect | null }) {
  const { run, decision, effect } = props;
  const t = useTranslations("executions.decision");
  const format = useFormatter();
  const step = run.document.nodes.find(({ id }) => id === (effect?.nodeId ?? run.error?.nodeId))?.label ?? "";
  const at = effect ? format.dateTime(new Date(effect.startedAt), { dateStyle: "medium", timeStyle: "medium" }) : "";
  return <p className="max-w-prose">{t(`why.${decision.reason}`, { step, target: effect?.target ?? "", at })}</p>;
}

/** The exact request, its key, and how to find out. The journal holds secrets as dots. */
function Evidence({ effect }: { effect: JournalEffect }) {
  const t = useTranslations("executions.decision");
  const { http, sent } = exchangeOf(effect);
  return (
    <>
      <dt className="text-muted-foreground">{t("request")}</dt>
      <dd className="min-w-0">
        {http && (
          <p className="font-mono text-xs break-all">
            <strong>{http.method}</strong> {http.url}
          </p>
        )}
        {sent !== null && <JsonView value={sent} openDepth={2} className="max-h-60 overflow-y-auto" />}
      </dd>
      <dt className="text-muted-foreground">{t("key")}</dt>
      <dd className="min-w-0">
        <CopyableId id={effect.idempotencyKey} className="-ml-1 break-all" />
      </dd>
      <dt className="text-muted-foreground">{t("check")}</dt>
      <dd className="max-w-prose">{t("howToCheck", { target: effect.target })}</dd>
    </>
  );
}
