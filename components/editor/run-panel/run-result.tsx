"use client";

import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { useEditor } from "@/components/editor/store/editor-context";
import { useErrorText } from "@/components/editor/store/use-error-text";
import { StateGlyph } from "@/components/ui/state-glyph";
import { answerText } from "@/core/execution/answer-text";
import { isFinal } from "@/core/execution/statuses";

/** How the last test went: state, what it answered, time and instructions. */
export function RunResult() {
  const t = useTranslations("editor.run");
  const format = useFormatter();
  const errorText = useErrorText();
  const run = useEditor((state) => state.run);
  const starting = useEditor((state) => state.executionId !== null && state.run === null);
  if (starting) {
    return (
      <span className="text-muted-foreground text-xs" role="status">
        {t("starting")}
      </span>
    );
  }
  if (!run) return null;
  const message = run.error ? errorText(run.error) : answerText(run.output);
  const seconds = format.number((run.durationMs ?? 0) / 1_000, { maximumFractionDigits: 2 });
  return (
    <div className="flex min-w-0 items-center gap-3 text-xs" data-run-status={run.status} role="status">
      <StateGlyph handledFailures={run.handledFailures} state={run.status} />
      {message && (
        <span className="truncate" title={message}>
          {message}
        </span>
      )}
      {isFinal(run.status) && (
        <span className="shrink-0 text-muted-foreground tabular-nums">
          {t("took", { seconds, statements: run.statements })}
        </span>
      )}
      <Link
        className="shrink-0 text-muted-foreground underline-offset-2 hover:underline"
        href={`/executions/${run.executionId}`}
      >
        {t("details")}
      </Link>
    </div>
  );
}
