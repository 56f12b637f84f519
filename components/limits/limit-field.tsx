"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { FormField } from "@/components/ui/form-field";
import { Input } from "@/components/ui/input";
import { fromShown, toShown } from "@/core/execution/limit-display";
import { SETTABLE_LIMITS } from "@/core/execution/workspace-limits";
import type { ListedLimit } from "@/server/limits/get-limits";

/** One limit, in the unit that people read, with what it may be set to. */
export function LimitField({ limit, hint, onChange }: LimitFieldProps) {
  const t = useTranslations("limits");
  const { name, least, most } = limit;
  const { unit } = SETTABLE_LIMITS[name];
  const [text, setText] = useState(String(toShown(limit.value, unit)));
  const value = fromShown(text, unit);
  const isWrong = (given: number | null) => given === null || given < least || given > most;
  const range = { least: toShown(least, unit), most: toShown(most, unit) };
  const change = (next: string) => {
    setText(next);
    const given = fromShown(next, unit);
    onChange(name, isWrong(given) ? null : given, isWrong(given));
  };
  const usual = t("byDefault", { value: toShown(limit.default, unit) });
  return (
    <FormField
      label={t(`names.${name}`)}
      hint={[t("range", { ...range, unit: unit === "count" ? "none" : t(`units.${unit}`) }), usual, hint]
        .filter(Boolean)
        .join(" · ")}
      error={isWrong(value) ? t("outside", range) : undefined}
      action={
        value !== limit.default && (
          <Button
            variant="link"
            size="sm"
            className="h-5 px-0 text-xs"
            onClick={() => change(String(toShown(limit.default, unit)))}
          >
            {t("putBack")}
          </Button>
        )
      }
    >
      {(control) => (
        <Input
          {...control}
          inputMode="decimal"
          value={text}
          onChange={(event) => change(event.target.value)}
          className="max-w-48 tabular-nums"
        />
      )}
    </FormField>
  );
}

interface LimitFieldProps {
  limit: ListedLimit;
  hint?: string;
  /** @param value null while what was typed does not fit */
  onChange: (name: ListedLimit["name"], value: number | null, isWrong: boolean) => void;
}
