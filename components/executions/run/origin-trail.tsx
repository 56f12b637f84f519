"use client";

import { ArrowLeft } from "lucide-react";
import { useTranslations } from "next-intl";
import { useOriginText } from "@/components/executions/run/use-origin-text";
import { valueText } from "@/components/executions/run/value-text";
import type { OriginLink } from "@/core/execution/origin-chain";
import type { ExecutionDetail } from "@/server/executions/get-execution";

/** The way of a value, from the step that failed back to where it began. */
export function OriginTrail({ run, chain }: { run: ExecutionDetail; chain: OriginLink[] }) {
  const t = useTranslations("executions.cause");
  const originText = useOriginText(run);
  return (
    <ol className="space-y-1 rounded-lg bg-muted/60 px-3 py-2">
      {chain.map((link, at) => (
        <li key={`${link.nodeId}-${link.kind}`} className="flex flex-wrap items-center gap-x-2">
          {at > 0 && <ArrowLeft aria-hidden className="size-3.5 text-muted-foreground" />}
          <span className="font-medium">{originText(link)}</span>
          <code className="font-mono text-xs">{t("isValue", { value: valueText(link.value) || t("empty") })}</code>
          {link.kind === "setting" && (
            <span className="text-muted-foreground">
              {link.formula === null ? t("fixed") : t("formula", { formula: link.formula })}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
