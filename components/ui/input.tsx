import type { ComponentProps } from "react";
import { cn } from "@/components/ui/cn";

export function Input({ className, type = "text", ...props }: ComponentProps<"input">) {
  return <input type={type} className={cn(fieldStyle, "h-8 read-only:bg-muted", className)} {...props} />;
}

/** The looks of everything one types into. */
export const fieldStyle =
  "w-full min-w-0 rounded-md border border-input bg-card px-2.5 text-sm text-foreground shadow-card transition-colors placeholder:text-muted-foreground focus-visible:border-ring focus-visible:outline-2 focus-visible:outline-offset-0 focus-visible:outline-ring/40 disabled:cursor-not-allowed disabled:opacity-60 aria-invalid:border-state-failed aria-invalid:outline-state-failed/40";
