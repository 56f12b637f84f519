"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { hasFailed } from "@/components/editor/store/run-view";
import { IconButton } from "@/components/ui/icon-button";
import type { JournalStep } from "@/core/execution/journal";

interface RoundPickerProps {
  /** What the step did in each round, in order. */
  rounds: readonly JournalStep[];
  /** The path of the round that is shown. */
  path: string;
  onChoose: (path: string) => void;
}

/** For a step that ran more than once: "2nd of 12", the one before, the next, and the next that failed. */
export function RoundPicker({ rounds, path, onChoose }: RoundPickerProps) {
  const t = useTranslations("editor.loops");
  const at = Math.max(
    0,
    rounds.findIndex((step) => step.path === path),
  );
  const failed = rounds.filter(hasFailed);
  const next = [...rounds.slice(at + 1), ...rounds.slice(0, at)].find(hasFailed);
  const go = (step: JournalStep | undefined) => step && onChoose(step.path);
  if (rounds.length < 2) return null;
  return (
    <fieldset aria-label={t("rounds")} className="flex items-center gap-0.5 text-xs" data-rounds>
      <IconButton disabled={at === 0} label={t("previous")} onClick={() => go(rounds[at - 1])} size="sm">
        <ChevronLeft />
      </IconButton>
      <span aria-live="polite" className="min-w-16 text-center tabular-nums">
        {t("round", { number: at + 1, count: rounds.length })}
      </span>
      <IconButton disabled={at === rounds.length - 1} label={t("next")} onClick={() => go(rounds[at + 1])} size="sm">
        <ChevronRight />
      </IconButton>
      {next && (
        <button
          className="ml-1 rounded-md px-1.5 py-0.5 text-state-failed hover:bg-state-failed/8"
          onClick={() => go(next)}
          type="button"
        >
          {t("nextFailed", { count: failed.length })}
        </button>
      )}
    </fieldset>
  );
}
