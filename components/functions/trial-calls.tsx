"use client";

import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { JsonView } from "@/components/ui/json-view";
import type { JournalEffect } from "@/core/execution/journal";

/** What a function did outside itself: what it sent and what came back. */
export function TrialCalls({ effects }: { effects: JournalEffect[] }) {
  const t = useTranslations("functions.result");
  if (effects.length === 0) return <p className="text-[0.8125rem] text-muted-foreground">{t("noCalls")}</p>;
  return (
    <ol className="flex flex-col gap-2">
      {effects.map((effect) => (
        <li key={`${effect.nodeId}.${effect.path}.${effect.ordinal}`}>
          <details className="rounded-md border border-border">
            <summary className="flex cursor-pointer items-center gap-2 px-3 py-2 text-[0.8125rem]">
              <Badge tone={effect.status === "done" ? "succeeded" : "failed"}>{t(`kinds.${KINDS[effect.kind]}`)}</Badge>
              <span className="min-w-0 flex-1 truncate">{effect.target}</span>
              {effect.durationMs !== null && (
                <span className="text-xs text-muted-foreground">
                  {t("took", { milliseconds: Math.round(effect.durationMs) })}
                </span>
              )}
            </summary>
            <div className="grid gap-3 border-t border-border p-3 xl:grid-cols-2">
              <div className="min-w-0">
                <h3 className="mb-1 text-xs font-medium text-muted-foreground">{t("call.sent")}</h3>
                <JsonView value={effect.request} />
              </div>
              <div className="min-w-0">
                <h3 className="mb-1 text-xs font-medium text-muted-foreground">{t("call.received")}</h3>
                <JsonView value={effect.result} />
              </div>
            </div>
          </details>
        </li>
      ))}
    </ol>
  );
}

/** Message keys hold no dots. */
const KINDS = {
  call: "call",
  "record.get": "recordGet",
  "record.find": "recordFind",
  "record.create": "recordCreate",
  "record.update": "recordUpdate",
  "record.upsert": "recordUpsert",
  "record.delete": "recordDelete",
  email: "email",
  wait: "wait",
  automation: "automation",
  "store.get": "storeGet",
  "store.set": "storeSet",
  "file.create": "fileCreate",
  "file.read": "fileRead",
} as const;
