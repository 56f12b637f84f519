"use client";

import { useTranslations } from "next-intl";
import type { HTMLInputTypeAttribute } from "react";
import type { DraftValue } from "@/components/records/draft-value";
import { LookupControl } from "@/components/records/lookup-control";
import type { ControlAttributes } from "@/components/ui/form-field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { Textarea } from "@/components/ui/textarea";
import type { CrmField, FieldType } from "@/core/records/field-types";

interface FieldControlProps {
  field: CrmField;
  value: DraftValue;
  /** The name of the record a lookup points at. */
  lookupName: string | undefined;
  control: ControlAttributes;
  autoFocus?: boolean;
  onChange: (value: DraftValue, name?: string | null) => void;
  onLeave: () => void;
}

/** Stands for "no choice" in a pick list, whose options must not be empty. */
const NO_CHOICE = "\u2014";

/** What the browser offers to type each kind of text; checking is ours, so its own messages stay away. */
const INPUTS: Partial<
  Record<
    FieldType,
    { type?: HTMLInputTypeAttribute; inputMode?: "email" | "tel" | "url" | "decimal"; maxLength?: number }
  >
> = {
  text: { maxLength: 255 },
  email: { inputMode: "email", maxLength: 254 },
  phone: { inputMode: "tel", maxLength: 40 },
  url: { inputMode: "url", maxLength: 2_048 },
  number: { inputMode: "decimal" },
  currency: { inputMode: "decimal" },
  date: { type: "date" },
  "date-time": { type: "datetime-local" },
};

/** The control a field is edited with. */
export function FieldControl({ field, value, lookupName, control, autoFocus, onChange, onLeave }: FieldControlProps) {
  const t = useTranslations("records");
  const text = typeof value === "string" ? value : "";
  switch (field.type) {
    case "yes-no":
      return (
        <span className="flex h-8 items-center">
          <Switch {...control} checked={value === true} onCheckedChange={onChange} />
        </span>
      );
    case "pick-list":
      return (
        <Select
          {...control}
          value={text || (field.required ? null : NO_CHOICE)}
          placeholder={t("choose")}
          options={[
            ...(field.required ? [] : [{ value: NO_CHOICE, label: t("none") }]),
            ...(field.options ?? []).map((option) => ({ value: option, label: option })),
          ]}
          onChange={(option) => onChange(option === NO_CHOICE ? null : option)}
        />
      );
    case "lookup":
      return (
        <LookupControl {...control} field={field} value={text || null} valueLabel={lookupName} onChange={onChange} />
      );
    case "multi-line":
      return (
        <Textarea
          {...control}
          rows={4}
          value={text}
          autoFocus={autoFocus}
          onChange={({ target }) => onChange(target.value)}
          onBlur={onLeave}
        />
      );
    default:
      return (
        <Input
          {...control}
          {...INPUTS[field.type]}
          autoComplete="off"
          value={text}
          autoFocus={autoFocus}
          onChange={({ target }) => onChange(target.value)}
          onBlur={onLeave}
        />
      );
  }
}
