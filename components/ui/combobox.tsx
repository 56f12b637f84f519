"use client";

import { Command } from "cmdk";
import { Check, ChevronsUpDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { Popover as Radix } from "radix-ui";
import { type ReactNode, useState } from "react";
import { cn } from "@/components/ui/cn";
import type { ControlAttributes } from "@/components/ui/form-field";
import { fieldStyle } from "@/components/ui/input";
import { menuItemStyle, menuPanelStyle } from "@/components/ui/menu-style";

/**
 * Chooses one of many by typing.
 *
 * @param onSearch when given, the caller finds the options (on a server) and nothing is filtered here
 */
export function Combobox(props: ComboboxProps) {
  const {
    value,
    onChange,
    options,
    placeholder,
    emptyText,
    onSearch,
    loading,
    disabled,
    className,
    ariaLabel,
    footer,
  } = props;
  const t = useTranslations("ui");
  const [open, setOpen] = useState(false);
  const chosen = options.find((option) => option.value === value);
  return (
    <Radix.Root open={open} onOpenChange={setOpen}>
      <Radix.Trigger
        role="combobox"
        aria-expanded={open}
        aria-label={ariaLabel}
        disabled={disabled}
        id={props.id}
        aria-describedby={props["aria-describedby"]}
        aria-invalid={props["aria-invalid"]}
        className={cn(fieldStyle, "flex h-8 items-center justify-between gap-2 text-left", className)}
      >
        <span className={cn("truncate", !value && "text-muted-foreground")}>
          {chosen?.label ?? props.valueLabel ?? value ?? placeholder ?? t("choose")}
        </span>
        <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-muted-foreground" />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align="start"
          sideOffset={4}
          className={cn(menuPanelStyle, "w-(--radix-popover-trigger-width) min-w-60 overflow-hidden p-0")}
        >
          <Command shouldFilter={!onSearch} label={ariaLabel ?? placeholder ?? t("choose")}>
            <Command.Input
              placeholder={t("search")}
              onValueChange={onSearch}
              className="h-9 w-full border-b border-border bg-transparent px-3 text-sm outline-none placeholder:text-muted-foreground"
            />
            <Command.List className="max-h-72 overflow-y-auto p-1">
              <Command.Empty className="px-3 py-4 text-center text-xs text-muted-foreground">
                {loading ? t("loading") : (emptyText ?? t("nothingFound"))}
              </Command.Empty>
              {options.map((option) => (
                <Command.Item
                  key={option.value}
                  value={option.value}
                  keywords={[option.label, option.hint ?? ""]}
                  onSelect={() => {
                    onChange(option.value);
                    setOpen(false);
                  }}
                  className={menuItemStyle}
                >
                  {option.icon}
                  <span className="min-w-0 flex-1">
                    <span className="block truncate">{option.label}</span>
                    {option.hint && <span className="block truncate text-xs text-muted-foreground">{option.hint}</span>}
                  </span>
                  {option.value === value && <Check aria-hidden className="size-3.5" />}
                </Command.Item>
              ))}
            </Command.List>
            {footer && <div className="border-t border-border p-1">{footer}</div>}
          </Command>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export interface ComboboxOption {
  value: string;
  label: string;
  hint?: string;
  icon?: ReactNode;
}

interface ComboboxProps extends Partial<ControlAttributes> {
  value: string | null;
  onChange: (value: string) => void;
  options: readonly ComboboxOption[];
  /** The chosen value's text when it is not among the options at hand. */
  valueLabel?: string;
  placeholder?: string;
  emptyText?: string;
  onSearch?: (text: string) => void;
  loading?: boolean;
  disabled?: boolean;
  ariaLabel?: string;
  /** Below the list: "New function", "Connect an account". */
  footer?: ReactNode;
  className?: string;
}
