"use client";

import { OctagonAlert, X } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { EFFECT_WORDS } from "@/components/executions/effect-words";
import type { LiveButton, PressResult } from "@/components/records/press/use-buttons";
import { Button } from "@/components/ui/button";
import { CopyableId } from "@/components/ui/copyable-id";
import { IconButton } from "@/components/ui/icon-button";
import { shortId } from "@/core/execution/short-id";
import type { CrmModule } from "@/core/records/field-types";

interface PressFailurePanelProps {
  result: PressResult;
  failure: NonNullable<PressResult["failure"]>;
  button: LiveButton;
  crmModule: CrmModule;
  /** Opens the record's form at a field. */
  onEdit: (field: string) => void;
  onClose: () => void;
}

/** A press that failed: what happened, what one can do, what was done before. Stays until it is closed. */
export function PressFailurePanel({ result, failure, button, crmModule, onEdit, onClose }: PressFailurePanelProps) {
  const t = useTranslations("triggers");
  const executions = useTranslations("executions");
  const { headline, fault, done, retryable, owner } = failure;
  const field = crmModule.fields.find(({ apiName }) => apiName === failure.field);
  const effects = done.map(({ kind, target, state }) => {
    const text = executions(`effects.${EFFECT_WORDS[kind]}`, { target });
    return state === "unknown" ? t("maybe", { effect: text }) : text;
  });
  return (
    <div role="alert" className="flex gap-3 rounded-xl border border-state-failed/40 bg-state-failed/8 px-4 py-3">
      <OctagonAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-state-failed" />
      <div className="min-w-0 flex-1 text-[0.8125rem]">
        <p className="font-medium">{executions(headline.key as never, headline.params as never)}</p>
        <p className="mt-0.5">{advice(t, { field: field?.label ?? null, fault, retryable, owner })}</p>
        <p className="mt-0.5 text-muted-foreground">
          {effects.length > 0 ? t("doneBefore", { effects: effects.join(", ") }) : t("nothingChanged")}
        </p>
        <div className="mt-2 flex flex-wrap items-center gap-2">
          {field && (
            <Button size="sm" onClick={() => onEdit(field.apiName)}>
              {t("correct", { field: field.label })}
            </Button>
          )}
          <Button size="sm" variant={field ? "ghost" : "secondary"} asChild>
            <Link href={`/executions/${result.executionId}`}>{t("seeWhatHappened")}</Link>
          </Button>
          <span className="ml-auto text-xs text-muted-foreground">
            {button.label} <CopyableId id={result.executionId} shown={`#${shortId(result.executionId)}`} />
          </span>
        </div>
      </div>
      <IconButton size="sm" label={t("close")} onClick={onClose}>
        <X />
      </IconButton>
    </div>
  );
}

type Translate = ReturnType<typeof useTranslations<"triggers">>;

/** What the person who pressed can do; building and connecting is not theirs. */
function advice(
  t: Translate,
  facts: {
    field: string | null;
    fault: NonNullable<PressResult["failure"]>["fault"];
    retryable: boolean;
    owner: string | null;
  },
): string {
  if (facts.field) return t("advice.correct", { field: facts.field });
  if (facts.retryable) return t("advice.retry");
  return t(`advice.${facts.fault}`, { owner: facts.owner ?? t("somebody") });
}
