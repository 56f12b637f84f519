import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { cn } from "@/components/ui/cn";

/** A word with a colour; the word must be understood without it. */
export function Badge({ tone, className, ...props }: ComponentProps<"span"> & VariantProps<typeof badgeStyle>) {
  return <span className={cn(badgeStyle({ tone }), className)} {...props} />;
}

const badgeStyle = cva(
  "inline-flex h-5 max-w-full shrink-0 items-center gap-1 whitespace-nowrap rounded-full px-2 text-xs font-medium [&_svg]:size-3",
  {
    variants: {
      tone: {
        neutral: "bg-muted text-muted-foreground",
        primary: "bg-primary/10 text-primary dark:bg-primary/25 dark:text-foreground",
        running: "bg-state-running/10 text-state-running",
        succeeded: "bg-state-succeeded/10 text-state-succeeded",
        failed: "bg-state-failed/10 text-state-failed",
        handled: "bg-state-handled/8 text-state-handled",
        waiting: "bg-state-waiting/10 text-state-waiting",
        decision: "bg-state-decision/10 text-state-decision",
        outline: "border border-border text-muted-foreground",
      },
    },
    defaultVariants: { tone: "neutral" },
  },
);
