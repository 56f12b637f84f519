"use client";

import { useTranslations } from "next-intl";
import { roundsOf } from "@/components/editor/store/rounds";
import { useStepSentence } from "@/components/executions/run/use-step-sentence";
import { useDuration } from "@/components/executions/use-duration";
import { cn } from "@/components/ui/cn";
import { StateGlyph } from "@/components/ui/state-glyph";
import type { JournalStep } from "@/core/execution/journal";
import type { GraphNode } from "@/core/graph/document";
import { isLoop } from "@/core/graph/loops";
import type { ExecutionDetail } from "@/server/executions/get-execution";

/** One step in words: its number, state, name, what it does, and how long it took as a bar. */
export function StepRow({ run, node, step, depth, number, share, chosen, onChoose }: StepRowProps) {
  const t = useTranslations("executions.steps");
  const loops = useTranslations("editor.loops");
  const duration = useDuration();
  const count = isLoop(node) ? roundsOf(run, run.document.nodes, node.id, step?.path ? step.path : null) : null;
  const sentence = useStepSentence(run);
  return (
    <li className="relative" style={{ paddingLeft: `${depth}rem` }}>
      <button
        type="button"
        aria-pressed={chosen}
        onClick={() => onChoose(node.id)}
        className={cn(
          "flex w-full items-start gap-2.5 rounded-lg px-2.5 py-2 text-left hover:bg-accent/60",
          chosen && "bg-accent",
        )}
      >
        <span className="mt-0.5 w-4 shrink-0 text-right text-xs text-muted-foreground tabular-nums">
          {number ?? "–"}
        </span>
        <StateGlyph state={step?.status ?? "not-reached"} handled={step?.handled} wordless className="mt-0.5" />
        <span className="min-w-0 flex-1">
          <span className={cn("block truncate text-[0.8125rem] font-medium", !step && "text-muted-foreground")}>
            {node.label}
          </span>
          <span className="block truncate text-xs text-muted-foreground">{sentence(node)}</span>
          {count && (
            <span className="block text-xs tabular-nums" data-loop-count>
              {loops("times", { count: count.times })}
              {count.failed > 0 && (
                <span className="text-state-failed"> · {loops("failed", { count: count.failed })}</span>
              )}
            </span>
          )}
          {step && step.status !== "running" && (
            <span className="mt-1 flex items-center gap-2">
              <span aria-hidden className="h-1 w-16 shrink-0 overflow-hidden rounded-full bg-muted">
                <span
                  className={cn(
                    "block h-full rounded-full",
                    step.status === "failed" ? "bg-state-failed" : "bg-state-neutral/50",
                  )}
                  style={{ width: `${Math.max(share * 100, 3)}%` }}
                />
              </span>
              <span className="truncate text-[0.6875rem] text-muted-foreground tabular-nums">
                {t("took", { duration: duration(step.durationMs), statements: step.statements })}
              </span>
            </span>
          )}
        </span>
      </button>
    </li>
  );
}

interface StepRowProps {
  run: ExecutionDetail;
  node: GraphNode;
  step: JournalStep | null;
  /** How many loops it stands in. */
  depth: number;
  number: number | null;
  /** Of the longest step's duration, 0 to 1. */
  share: number;
  chosen: boolean;
  onChoose: (nodeId: string) => void;
}
