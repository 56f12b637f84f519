"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { readInput } from "@/components/editor/run-panel/read-input";
import { CodeEditor } from "@/components/ui/code-editor";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { Value } from "@/core/values/value";

/** How a fixed value is typed in. */
export type FixedKind = "text" | "long-text" | "number" | "yes-no" | "date" | "date-time" | "choice" | "json";

interface FixedInputProps {
  control: { id: string; "aria-describedby"?: string; "aria-invalid"?: true };
  label: string;
  kind: FixedKind;
  options?: readonly string[];
  value: Value | undefined;
  onChange: (value: Value | undefined) => void;
  onFormula: () => void;
}

/** A fixed value that is no text: a number, yes or no, a date, one of a list, or JSON. */
export function FixedInput({ control, label, kind, options = [], value, onChange, onFormula }: FixedInputProps) {
  const t = useTranslations("editor.fields");
  const fixed = value?.kind === "literal" ? value.value : undefined;
  if (kind === "json") return <JsonInput label={label} onChange={onChange} value={value} />;
  if (kind === "yes-no" || kind === "choice") {
    const choices =
      kind === "choice"
        ? options.map((option) => ({ value: option, label: option }))
        : [
            { value: "true", label: t("yes") },
            { value: "false", label: t("no") },
          ];
    return (
      <Select
        {...control}
        ariaLabel={label}
        onChange={(chosen) => onChange({ kind: "literal", value: kind === "choice" ? chosen : chosen === "true" })}
        options={choices}
        placeholder={t("choose")}
        value={fixed === undefined || fixed === null ? null : String(fixed)}
      />
    );
  }
  return (
    <Input
      {...control}
      onChange={(event) => {
        const text = event.target.value;
        if (text === "") onChange(undefined);
        else onChange({ kind: "literal", value: kind === "number" ? Number(text) : text });
      }}
      onKeyDown={(event) => {
        if (event.key !== "=" || event.currentTarget.value !== "") return;
        event.preventDefault();
        onFormula();
      }}
      type={kind === "date-time" ? "datetime-local" : kind}
      value={fixed === undefined || fixed === null ? "" : String(fixed)}
    />
  );
}

function JsonInput({
  label,
  value,
  onChange,
}: {
  label: string;
  value: Value | undefined;
  onChange: (value: Value | undefined) => void;
}) {
  const t = useTranslations("editor.fields");
  const [text, setText] = useState(() => (value?.kind === "literal" ? JSON.stringify(value.value, null, 2) : ""));
  const wrong = text.trim() !== "" && readInput(text) === undefined;
  return (
    <div>
      <div className="overflow-hidden rounded-md border border-input bg-card shadow-card">
        <CodeEditor
          ariaLabel={label}
          language="json"
          lineNumbers={false}
          maxHeight="220px"
          minHeight="72px"
          onChange={(next) => {
            setText(next);
            const read = readInput(next);
            if (next.trim() === "") onChange(undefined);
            else if (read !== undefined) onChange({ kind: "literal", value: read });
          }}
          value={text}
        />
      </div>
      {wrong && <p className="mt-1 text-state-failed text-xs">{t("badJson")}</p>}
    </div>
  );
}
