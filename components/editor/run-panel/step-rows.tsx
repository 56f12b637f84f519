"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { cn } from "@/components/ui/cn";
import { StateGlyph, stateColour } from "@/components/ui/state-glyph";
import type { JournalStep } from "@/core/execution/journal";

/** The steps of the last test in the order they started, each with its bar of time. */
export function StepRows() {
  const t = useTranslations("editor.run");
  const run = useEditor((state) => state.run);
  if (!run) return <p className="py-6 text-center text-muted-foreground text-xs">{t("noTestYet")}</p>;
  const begin = Math.min(...run.steps.map((step) => step.startedAt));
  const end = Math.max(...run.steps.map((step) => step.startedAt + step.durationMs), begin + 1);
  return (
    <ol className="text-[13px]">
      {run.steps.map((step) => (
        <StepRow key={`${step.nodeId}:${step.path}:${step.attempt}`} span={{ begin, end }} step={step} />
      ))}
    </ol>
  );
}

function StepRow({ step, span }: { step: JournalStep; span: { begin: number; end: number } }) {
  const t = useTranslations("editor.run");
  const format = useFormatter();
  const store = useEditorStore();
  const label = useEditor(
    (state) => state.document.nodes.find((node) => node.id === step.nodeId)?.label ?? step.nodeId,
  );
  const selected = useEditor((state) => state.selection.nodes.includes(step.nodeId));
  const total = span.end - span.begin;
  return (
    // Hidden words of a row must not make the page longer than its list.
    <li className="relative">
      <button
        className={cn(
          "grid w-full grid-cols-[minmax(0,14rem)_minmax(0,1fr)_auto] items-center gap-4 rounded-md px-2 py-1 text-left hover:bg-accent",
          selected && "bg-accent",
        )}
        data-step={step.nodeId}
        onClick={() => {
          store.getState().openStep(step.nodeId);
          store.getState().show({ inspectorTab: "result", round: step.path || null });
        }}
        type="button"
      >
        <span className="flex min-w-0 items-center gap-2">
          <StateGlyph handled={step.handled} state={step.status} wordless />
          <span className="truncate">{label}</span>
          {step.path !== "" && (
            <span className="shrink-0 text-muted-foreground text-xs tabular-nums">{roundNumber(step.path)}</span>
          )}
        </span>
        <span aria-hidden className={cn("relative h-2", stateColour(step.status, step.handled))}>
          <span
            className="absolute h-2 min-w-1 rounded-full bg-current opacity-70"
            style={{
              left: `${((step.startedAt - span.begin) / total) * 100}%`,
              width: `${Math.max((step.durationMs / total) * 100, 0.5)}%`,
            }}
          />
        </span>
        <span className="text-muted-foreground text-xs tabular-nums">
          {t("took", {
            seconds: format.number(step.durationMs / 1_000, { maximumFractionDigits: 3 }),
            statements: step.statements,
          })}
        </span>
      </button>
    </li>
  );
}

/** "2.1": the first round inside the second. */
const roundNumber = (path: string): string =>
  path
    .split(".")
    .map((index) => Number(index) + 1)
    .join(".");
