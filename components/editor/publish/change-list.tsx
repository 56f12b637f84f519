"use client";

import { useTranslations } from "next-intl";
import { useSentence } from "@/components/editor/store/use-sentence";
import { Badge } from "@/components/ui/badge";
import type { DocumentChange } from "@/core/graph/document-changes";

const TONE = {
  added: "succeeded",
  removed: "failed",
  changed: "running",
  renamed: "neutral",
  rejoined: "neutral",
} as const;

/** Differences between two documents, in words. */
export function ChangeList({ changes }: { changes: readonly DocumentChange[] }) {
  const t = useTranslations("editor.changes");
  const sentence = useSentence();
  if (changes.length === 0) return <p className="text-muted-foreground text-sm">{t("none")}</p>;
  return (
    <ul className="divide-y divide-border rounded-lg border border-border">
      {changes.map((change) => (
        <li className="flex items-start gap-3 px-3 py-2 text-sm" key={`${change.what}:${change.nodeId}`}>
          <Badge className="mt-px w-18 justify-center" tone={TONE[change.what]}>
            {t(change.what)}
          </Badge>
          <div className="min-w-0">
            <div className="truncate font-medium">{change.label}</div>
            {change.before && change.what !== "rejoined" && change.what !== "renamed" && (
              <div className="truncate text-muted-foreground text-xs line-through">{sentence(change.before)}</div>
            )}
            {change.after && <div className="truncate text-muted-foreground text-xs">{sentence(change.after)}</div>}
          </div>
        </li>
      ))}
    </ul>
  );
}
