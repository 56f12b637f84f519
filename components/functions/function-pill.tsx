"use client";

import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import type { FunctionPill as Pill } from "@/server/functions/function-pill";

const DOT = {
  "not-published": "bg-muted-foreground/50",
  published: "bg-state-succeeded",
  changed: "bg-state-succeeded ring-2 ring-state-handled/60",
} as const;

/** The only place that says which version of a function is published. */
export function FunctionPill({ pill }: { pill: Pill }) {
  const t = useTranslations("functions.pill");
  return (
    <span
      data-pill={pill.state}
      className="inline-flex h-6 shrink-0 items-center gap-1.5 rounded-full border border-border bg-background px-2.5 text-xs whitespace-nowrap"
    >
      <span aria-hidden className={cn("size-2 rounded-full", DOT[pill.state])} />
      {t(pill.state, { version: pill.version })}
    </span>
  );
}
