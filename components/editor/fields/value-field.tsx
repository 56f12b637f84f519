"use client";

import { Braces } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { briefly, liveValue } from "@/components/editor/data/live-value";
import { useFormulaPreview } from "@/components/editor/data/use-formula-preview";
import { insertChip, partsOf, valueFrom } from "@/components/editor/data/value-parts";
import { FieldFrame } from "@/components/editor/fields/field-frame";
import { FixedInput, type FixedKind } from "@/components/editor/fields/fixed-input";
import { FormulaInput } from "@/components/editor/fields/formula-input";
import { InsertData } from "@/components/editor/fields/insert-data";
import { PartsInput } from "@/components/editor/fields/parts-input";
import { useStepForm } from "@/components/editor/fields/step-form";
import { cn } from "@/components/ui/cn";
import type { Value } from "@/core/values/value";

interface ValueFieldProps {
  path: string;
  label: string;
  help?: string;
  required?: boolean;
  /** How a fixed value is typed. */
  kind: FixedKind;
  /** For a choice: the values. */
  options?: readonly string[];
  value: Value | undefined;
  onChange: (value: Value | undefined) => void;
}

/**
 * A setting that holds a fixed value, text mixed with data, or a formula. `=` in an empty field begins a formula; below it
 * stands what it would be with the data at hand.
 */
export function ValueField({ path, label, help, required, kind, options, value, onChange }: ValueFieldProps) {
  const t = useTranslations("editor.fields");
  const { sources, data, problemAt } = useStepForm();
  const parts = partsOf(value);
  const [formula, setFormula] = useState(() => parts === null);
  const [caret, setCaret] = useState({ part: Number.MAX_SAFE_INTEGER, offset: 0 });
  const isFormula = formula || (parts === null && value?.kind === "expression");
  const hasChips = parts?.some((part) => typeof part !== "string") ?? false;
  const followed = liveValue(value, data);
  const preview = useFormulaPreview(followed === undefined && value?.kind === "expression" ? value.code : null, data);
  const live = followed ?? (preview && "value" in preview ? preview.value : undefined);

  const toFormula = () => {
    setFormula(true);
    if (value?.kind === "literal")
      onChange({ kind: "expression", code: value.value === "" ? "" : JSON.stringify(value.value) });
    else if (value?.kind === "template") onChange({ kind: "expression", code: templateText(value.parts) });
    else if (!value) onChange({ kind: "expression", code: "" });
  };
  const toFixed = () => {
    setFormula(false);
    if (value && partsOf(value) === null) onChange(undefined);
  };
  const insert = (code: string) => {
    if (isFormula)
      return onChange({ kind: "expression", code: value?.kind === "expression" ? `${value.code}${code}` : code });
    onChange(valueFrom(insertChip(kind === "text" || kind === "long-text" ? (parts ?? [""]) : [""], code, caret)));
  };

  return (
    <FieldFrame
      actions={
        <>
          <InsertData onInsert={insert} sources={sources} />
          <button
            aria-label={isFormula ? t("useFixed") : t("useFormula")}
            aria-pressed={isFormula}
            className={cn(
              "h-6 rounded-md border border-border px-1.5 font-mono text-[11px] transition-colors hover:bg-accent",
              isFormula ? "border-primary/40 bg-primary/10 text-primary dark:text-ring" : "text-muted-foreground",
            )}
            onClick={isFormula ? toFixed : toFormula}
            title={isFormula ? t("useFixed") : t("useFormula")}
            type="button"
          >
            fx
          </button>
        </>
      }
      error={problemAt(path)}
      help={help}
      label={label}
      path={path}
      required={required}
    >
      {(control) => (
        <>
          {isFormula ? (
            <FormulaInput
              ariaLabel={label}
              code={value?.kind === "expression" ? value.code : ""}
              onChange={(code) => onChange({ kind: "expression", code })}
              sources={sources}
            />
          ) : kind === "text" || kind === "long-text" || hasChips ? (
            <PartsInput
              control={control}
              label={label}
              multiline={kind === "long-text"}
              onCaret={setCaret}
              onChange={(next) => onChange(valueFrom(next))}
              onFormula={toFormula}
              parts={parts ?? [""]}
              sources={sources}
            />
          ) : (
            <FixedInput
              control={control}
              kind={kind}
              label={label}
              onChange={onChange}
              onFormula={toFormula}
              options={options}
              value={value}
            />
          )}
          {preview && "problem" in preview && (
            <p className="mt-1 truncate text-state-handled text-xs" data-live-value>
              {t("liveProblem", { problem: preview.problem })}
            </p>
          )}
          {live !== undefined && (
            <p className="mt-1 flex items-center gap-1 truncate text-muted-foreground text-xs" data-live-value>
              <Braces aria-hidden className="size-3 shrink-0" />
              <span className="truncate">
                {live === null || live === "" ? t("empty") : t("live", { value: briefly(live) })}
              </span>
            </p>
          )}
        </>
      )}
    </FieldFrame>
  );
}

const templateText = (parts: readonly (string | { code: string })[]): string =>
  `\`${parts.map((part) => (typeof part === "string" ? part.replace(/[`\\$]/g, "\\$&") : `\${${part.code}}`)).join("")}\``;
