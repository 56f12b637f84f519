"use client";

import { Check, ChevronDown } from "lucide-react";
import { Select as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import type { ControlAttributes } from "@/components/ui/form-field";
import { fieldStyle } from "@/components/ui/input";
import { menuItemStyle, menuPanelStyle } from "@/components/ui/menu-style";

/** Chooses one of a few options; for many, or to search, use `Combobox`. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { value, onChange, options, placeholder, disabled, className, ariaLabel, size = "md", ...control } = props;
  return (
    <Radix.Root value={value ?? ""} onValueChange={(next) => onChange(next as Value)} disabled={disabled}>
      <Radix.Trigger
        aria-label={ariaLabel}
        className={cn(
          fieldStyle,
          "flex items-center justify-between gap-2 text-left data-placeholder:text-muted-foreground [&>span]:truncate",
          size === "sm" ? "h-7 text-[0.8125rem]" : "h-8",
          className,
        )}
        {...control}
      >
        <Radix.Value placeholder={placeholder} />
        <Radix.Icon>
          <ChevronDown aria-hidden className="size-3.5 text-muted-foreground" />
        </Radix.Icon>
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          position="popper"
          sideOffset={4}
          className={cn(menuPanelStyle, "max-h-80 min-w-(--radix-select-trigger-width)")}
        >
          <Radix.Viewport>
            {options.map((option) => (
              <Radix.Item
                key={option.value}
                value={option.value}
                disabled={option.disabled}
                className={cn(menuItemStyle, "pr-8")}
              >
                {option.icon}
                <div className="min-w-0">
                  <Radix.ItemText>{option.label}</Radix.ItemText>
                  {option.hint && <div className="text-xs text-muted-foreground">{option.hint}</div>}
                </div>
                <Radix.ItemIndicator className="absolute right-2">
                  <Check aria-hidden className="size-3.5" />
                </Radix.ItemIndicator>
              </Radix.Item>
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** A value must not be the empty string. */
interface SelectOption<Value extends string = string> {
  value: Value;
  label: string;
  hint?: string;
  icon?: ReactNode;
  disabled?: boolean;
}

interface SelectProps<Value extends string> extends Partial<ControlAttributes> {
  value: Value | null;
  onChange: (value: Value) => void;
  options: readonly SelectOption<Value>[];
  placeholder?: string;
  disabled?: boolean;
  /** Needed where no `FormField` gives it a label. */
  ariaLabel?: string;
  size?: "sm" | "md";
  className?: string;
}
