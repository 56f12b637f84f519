"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { RelativeTime } from "@/components/ui/relative-time";
import { StateGlyph } from "@/components/ui/state-glyph";
import type { ExecutionRow } from "@/server/executions/list-executions";

/** One run that needs a person: what went wrong, on what, when. */
export function AttentionRow({ execution }: { execution: ExecutionRow }) {
  const t = useTranslations("executions");
  const { id, status, outcome, automation, record, startedAt, queuedAt } = execution;
  const headline = outcome && t.has(outcome.key as never) ? t(outcome.key as never, outcome.params as never) : null;
  const name = automation?.name ?? execution.function?.name ?? "";
  return (
    <li>
      <Link
        href={`/executions/${id}`}
        className="flex items-center gap-3 px-5 py-2.5 text-[0.8125rem] hover:bg-accent/50"
      >
        <StateGlyph state={status} wordless />
        <span className="min-w-0 flex-1">
          <span className="block truncate font-medium">{headline ?? name}</span>
          <span className="block truncate text-xs text-muted-foreground">
            {[headline && name, record?.name].filter(Boolean).join(" · ")}
          </span>
        </span>
        <RelativeTime at={startedAt ?? queuedAt} className="shrink-0 text-xs text-muted-foreground" />
      </Link>
    </li>
  );
}
