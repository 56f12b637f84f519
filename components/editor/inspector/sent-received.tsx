"use client";

import { useTranslations } from "next-intl";
import { useEffectTarget } from "@/components/executions/use-effect-target";
import { Badge } from "@/components/ui/badge";
import { JsonView } from "@/components/ui/json-view";
import type { JournalEffect } from "@/core/execution/journal";

/** What a step sent to the world outside and what came back; secrets were left out before it was stored. */
export function SentReceived({ effect }: { effect: JournalEffect }) {
  const t = useTranslations("editor.inspector");
  const targetOf = useEffectTarget();
  const tone = effect.status === "done" ? "succeeded" : effect.status === "failed" ? "failed" : "decision";
  return (
    <section className="overflow-hidden rounded-lg border border-border">
      <header className="flex items-center gap-2 border-border border-b bg-muted/50 px-3 py-1.5 text-xs">
        <span className="min-w-0 flex-1 truncate font-medium">{targetOf(effect)}</span>
        <Badge tone={tone}>{t(`effect.${effect.status}`)}</Badge>
      </header>
      <h4 className="px-3 pt-2 font-medium text-muted-foreground text-xs">{t("sent")}</h4>
      <JsonView className="px-2 pb-2" value={effect.request} />
      <h4 className="border-border border-t px-3 pt-2 font-medium text-muted-foreground text-xs">{t("answer")}</h4>
      <JsonView className="px-2 pb-2" value={effect.result} />
    </section>
  );
}
