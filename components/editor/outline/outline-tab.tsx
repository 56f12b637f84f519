"use client";

import "@/components/editor/outline/outline.css";
import { Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useMemo, useRef } from "react";
import { OutlineStep } from "@/components/editor/outline/outline-step";
import { useEditor } from "@/components/editor/store/editor-context";
import { useHandleLabel } from "@/components/editor/store/use-handle-label";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { ERROR } from "@/core/graph/document";
import { type OutlineRow, outlineOf } from "@/core/graph/outline";

/** How far one level stands in (rem). */
const INDENT = 1.5;

/** The automation told as a numbered list: to read, to print, on a small screen and with the keyboard. */
export function OutlineTab() {
  const t = useTranslations("editor.outline");
  const document = useEditor((state) => state.document);
  const context = useEditor((state) => state.context);
  const rows = useMemo(() => outlineOf(document, context), [document, context]);
  const list = useRef<HTMLOListElement>(null);
  return (
    <section aria-label={t("label")} className="h-full min-w-0 flex-1 overflow-y-auto" data-outline>
      <div className="mx-auto max-w-3xl px-4 py-6 sm:px-8">
        <header className="mb-4 flex items-start gap-3">
          <div className="min-w-0 flex-1">
            <h2 className="font-semibold text-lg tracking-tight">{document.name}</h2>
            {document.description && <p className="mt-0.5 text-muted-foreground text-sm">{document.description}</p>}
          </div>
          <Button className="print:hidden" onClick={() => window.print()} size="sm" variant="ghost">
            <Printer />
            {t("print")}
          </Button>
        </header>
        {rows.length === 0 && <p className="py-10 text-center text-muted-foreground text-sm">{t("empty")}</p>}
        <ol className="flex flex-col" onKeyDown={(event) => walk(event, list.current)} ref={list}>
          {rows.map((row, index) => (
            <li
              className="relative break-inside-avoid"
              key={row.kind === "step" ? row.node.id : `${row.kind}:${index}`}
              style={{ paddingLeft: `min(${row.depth * INDENT}rem, ${row.depth * 4}vw)` }}
            >
              {row.kind === "step" ? (
                <OutlineStep node={row.node} number={row.number} sentence={row.sentence} />
              ) : (
                <Connective row={row} />
              )}
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}

/** The words between steps: a branch's text, where a way goes on, that it ends. */
function Connective({ row }: { row: Exclude<OutlineRow, { kind: "step" }> }) {
  const t = useTranslations("editor.outline");
  const handleLabel = useHandleLabel();
  if (row.kind === "loose") {
    return <p className="mt-4 border-border border-t pt-3 font-medium text-muted-foreground text-xs">{t("loose")}</p>;
  }
  if (row.kind === "branch") {
    const fails = row.handle.id === ERROR;
    const words = fails
      ? t("ifItFails")
      : row.together
        ? t("sameTime")
        : t("branch", { label: handleLabel(row.handle) });
    return <p className={cn("px-2 pt-1.5 font-medium text-[13px]", fails && "text-state-failed")}>{words}</p>;
  }
  return (
    <p className="px-2 py-1 text-[13px] text-muted-foreground italic">
      {row.kind === "continue" ? t("goOn", { number: row.number }) : t("ends")}
    </p>
  );
}

/** Up and down go from step to step, whatever stands between them. */
function walk(event: KeyboardEvent, list: HTMLOListElement | null): void {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0 || !list) return;
  const buttons = [...list.querySelectorAll<HTMLElement>("[data-outline-step]")];
  const next = buttons[buttons.indexOf(document.activeElement as HTMLElement) + step];
  event.preventDefault();
  event.stopPropagation();
  next?.focus();
  next?.click();
}
