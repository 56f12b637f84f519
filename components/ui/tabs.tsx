"use client";

import { Tabs as Radix } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/components/ui/cn";

/** A row of tabs; put one `TabPanel` a tab among the children. */
export function Tabs<Value extends string>({
  value,
  onChange,
  tabs,
  ariaLabel,
  actions,
  className,
  children,
}: TabsProps<Value>) {
  return (
    <Radix.Root
      value={value}
      onValueChange={(next) => onChange(next as Value)}
      className={cn("flex min-h-0 flex-col", className)}
    >
      <div className="flex items-center gap-2 border-b border-border">
        <Radix.List aria-label={ariaLabel} className="flex gap-1">
          {tabs.map((tab) => (
            <Radix.Trigger
              key={tab.value}
              value={tab.value}
              disabled={tab.disabled}
              className="-mb-px flex h-9 items-center gap-1.5 border-b-2 border-transparent px-2.5 text-[0.8125rem] font-medium text-muted-foreground transition-colors hover:text-foreground disabled:opacity-50 data-[state=active]:border-primary data-[state=active]:text-foreground [&_svg]:size-3.5"
            >
              {tab.label}
            </Radix.Trigger>
          ))}
        </Radix.List>
        {actions && <div className="ml-auto flex items-center gap-1">{actions}</div>}
      </div>
      {children}
    </Radix.Root>
  );
}

export function TabPanel({ className, ...props }: ComponentProps<typeof Radix.Content>) {
  return <Radix.Content className={cn("min-h-0 flex-1 focus-visible:outline-offset-[-2px]", className)} {...props} />;
}

interface TabsProps<Value extends string> {
  value: Value;
  onChange: (value: Value) => void;
  tabs: readonly { value: Value; label: ReactNode; disabled?: boolean }[];
  ariaLabel: string;
  /** At the right end of the row. */
  actions?: ReactNode;
  className?: string;
  children?: ReactNode;
}
