"use client";

import { ChevronDown, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { DropdownMenu, DropdownMenuItem } from "@/components/ui/dropdown-menu";

/** One part of a filter: a quiet button until something is chosen, then a chip that says what and can be taken off. */
export function FilterChip<Value extends string>({ label, value, options, onChange }: FilterChipProps<Value>) {
  const t = useTranslations("executions.filters");
  const chosen = options.find((option) => option.value === value);
  const active = value !== undefined;
  return (
    <span
      className={cn(
        "inline-flex h-7 items-center rounded-full border text-[0.8125rem]",
        active ? "border-primary/40 bg-primary/10 font-medium dark:bg-primary/25" : "border-dashed border-input",
      )}
    >
      <DropdownMenu
        align="start"
        trigger={
          <button
            type="button"
            className="inline-flex h-full items-center gap-1 rounded-full px-2.5 hover:text-foreground"
          >
            {active ? t("add", { label, value: chosen?.label ?? "…" }) : label}
            {!active && <ChevronDown aria-hidden className="size-3.5 text-muted-foreground" />}
          </button>
        }
        className="max-h-80 overflow-y-auto"
      >
        {options.map((option) => (
          <DropdownMenuItem key={option.value} onSelect={() => onChange(option.value)}>
            {option.label}
          </DropdownMenuItem>
        ))}
        {options.length === 0 && <DropdownMenuItem disabled>{t("any")}</DropdownMenuItem>}
      </DropdownMenu>
      {active && (
        <button
          type="button"
          aria-label={t("remove", { label })}
          onClick={() => onChange(undefined)}
          className="mr-1 -ml-1 inline-flex size-5 items-center justify-center rounded-full hover:bg-accent"
        >
          <X aria-hidden className="size-3.5" />
        </button>
      )}
    </span>
  );
}

interface FilterChipProps<Value extends string> {
  label: string;
  value: string | undefined;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value | undefined) => void;
}
