"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";
import { chipLabel } from "@/components/editor/data/chip-label";
import type { DataSource } from "@/components/editor/data/use-data-in";
import { removePart, type ValuePart } from "@/components/editor/data/value-parts";
import { cn } from "@/components/ui/cn";
import { fieldStyle } from "@/components/ui/input";

interface PartsInputProps {
  control: { id: string; "aria-describedby"?: string; "aria-invalid"?: true };
  label: string;
  parts: ValuePart[];
  multiline: boolean;
  sources: readonly DataSource[];
  onChange: (parts: ValuePart[]) => void;
  /** Where the caret was last, so that a chip goes there. */
  onCaret: (caret: { part: number; offset: number }) => void;
  /** `=` was typed into an empty field. */
  onFormula: () => void;
}

/** Text with data: chips stand between the texts; backspace at the beginning of a text takes the chip before it away. */
export function PartsInput({
  control,
  label,
  parts,
  multiline,
  sources,
  onChange,
  onCaret,
  onFormula,
}: PartsInputProps) {
  const t = useTranslations("editor.fields");
  const alone = parts.length === 1;
  const setText = (index: number, text: string) => onChange(parts.map((part, at) => (at === index ? text : part)));

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>, index: number) => {
    const field = event.currentTarget;
    if (event.key === "=" && alone && field.value === "") {
      event.preventDefault();
      onFormula();
    }
    if (event.key === "Enter" && !multiline) event.preventDefault();
    if (event.key === "Backspace" && index > 0 && field.selectionStart === 0 && field.selectionEnd === 0) {
      event.preventDefault();
      onChange(removePart(parts, index - 1));
    }
  };

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: for the pointer alone; the keyboard reaches the text itself
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the label goes with the role, which is set where the label is
    // biome-ignore lint/a11y/noStaticElementInteractions: for the pointer alone; the keyboard has its own way
    <div
      aria-label={alone ? undefined : label}
      className={cn(
        fieldStyle,
        "flex min-h-8 cursor-text flex-wrap items-center gap-x-0.5 px-2 py-1 focus-within:border-ring focus-within:outline-2 focus-within:outline-ring/40",
        multiline && "min-h-16 content-start",
        control["aria-invalid"] && "border-state-failed",
      )}
      onClick={(event) => {
        if (event.target === event.currentTarget)
          event.currentTarget.querySelector<HTMLElement>("textarea:last-of-type")?.focus();
      }}
      role={alone ? undefined : "group"}
    >
      {parts.map((part, index) =>
        typeof part === "string" ? (
          <textarea
            aria-describedby={control["aria-describedby"]}
            aria-invalid={control["aria-invalid"]}
            aria-label={alone ? undefined : t("textPart", { label })}
            className={cn(
              "field-sizing-content min-h-5 min-w-1.5 max-w-full resize-none bg-transparent p-0 text-sm leading-5 outline-none",
              (alone || index === parts.length - 1) && "flex-1",
              alone && "w-full",
            )}
            id={index === 0 ? control.id : undefined}
            // biome-ignore lint/suspicious/noArrayIndexKey: the place in the list is what the row is
            key={index}
            onChange={(event) =>
              setText(index, multiline ? event.target.value : event.target.value.replace(/\n/g, " "))
            }
            onKeyDown={(event) => onKeyDown(event, index)}
            onSelect={(event) => onCaret({ part: index, offset: event.currentTarget.selectionStart })}
            rows={1}
            value={part}
          />
        ) : (
          <span
            className="inline-flex max-w-full items-center gap-1 rounded-[5px] bg-primary/10 py-px pr-0.5 pl-1.5 font-medium text-primary text-xs dark:bg-primary/25 dark:text-foreground"
            data-chip
            // biome-ignore lint/suspicious/noArrayIndexKey: the place in the list is what the row is
            key={index}
            title={part.code}
          >
            <span className="truncate">{chipLabel(part.code, sources)}</span>
            <button
              aria-label={t("removeChip", { name: chipLabel(part.code, sources) })}
              className="flex size-4 shrink-0 items-center justify-center rounded hover:bg-primary/20"
              onClick={() => onChange(removePart(parts, index))}
              type="button"
            >
              <X className="size-3" />
            </button>
          </span>
        ),
      )}
    </div>
  );
}
