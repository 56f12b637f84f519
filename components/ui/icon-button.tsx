"use client";

import type { ComponentProps } from "react";
import { cn } from "@/components/ui/cn";
import { Tooltip } from "@/components/ui/tooltip";

/** A button that is an icon alone; its label is read out and shown on hover. */
export function IconButton({
  label,
  size = "md",
  variant = "ghost",
  tooltipSide,
  className,
  ...props
}: IconButtonProps) {
  return (
    <Tooltip content={label} side={tooltipSide}>
      <button
        type="button"
        aria-label={label}
        className={cn(
          "inline-flex shrink-0 items-center justify-center rounded-md text-muted-foreground transition-colors hover:bg-accent hover:text-foreground disabled:cursor-not-allowed disabled:opacity-50 data-[state=open]:bg-accent [&_svg]:size-4",
          size === "sm" ? "size-6" : "size-8",
          variant === "outline" && "border border-border bg-card shadow-card",
          className,
        )}
        {...props}
      />
    </Tooltip>
  );
}

export interface IconButtonProps extends ComponentProps<"button"> {
  label: string;
  size?: "sm" | "md";
  variant?: "ghost" | "outline";
  tooltipSide?: "top" | "right" | "bottom" | "left";
}
