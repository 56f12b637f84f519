"use client";

import { cva, type VariantProps } from "class-variance-authority";
import { LoaderCircle } from "lucide-react";
import { Slot } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "@/components/ui/cn";

/** @param loading shows a turning ring in place and disables; the width stays */
export function Button({
  variant,
  size,
  loading = false,
  asChild,
  className,
  children,
  disabled,
  ...props
}: ButtonProps) {
  const classes = cn(buttonStyle({ variant, size }), className);
  if (asChild) {
    return (
      <Slot.Root className={classes} {...props}>
        {children}
      </Slot.Root>
    );
  }
  return (
    <button
      type="button"
      className={classes}
      disabled={disabled || loading}
      aria-busy={loading || undefined}
      {...props}
    >
      {loading && <LoaderCircle aria-hidden className="absolute size-4 animate-spin motion-reduce:animate-none" />}
      <span className={cn("inline-flex items-center gap-1.5", loading && "opacity-0")}>{children}</span>
    </button>
  );
}

export interface ButtonProps extends ComponentProps<"button">, VariantProps<typeof buttonStyle> {
  loading?: boolean;
  /** Gives the looks to its only child, such as a link. */
  asChild?: boolean;
}

const buttonStyle = cva(
  "relative inline-flex shrink-0 items-center justify-center gap-1.5 whitespace-nowrap rounded-md font-medium transition-colors disabled:cursor-not-allowed disabled:opacity-50 [&_svg]:pointer-events-none [&_svg]:shrink-0 [&_svg:not([class*='size-'])]:size-4",
  {
    variants: {
      variant: {
        primary: "bg-primary text-primary-foreground shadow-card hover:bg-primary-hover",
        secondary: "border border-border bg-card text-foreground shadow-card hover:bg-accent",
        ghost: "text-foreground hover:bg-accent",
        danger: "bg-danger text-danger-foreground shadow-card hover:bg-danger-hover",
        link: "text-primary underline-offset-4 hover:underline dark:text-ring",
      },
      size: {
        sm: "h-7 px-2.5 text-[0.8125rem]",
        md: "h-8 px-3 text-[0.8125rem]",
        lg: "h-10 px-4 text-sm",
      },
    },
    defaultVariants: { variant: "secondary", size: "md" },
  },
);
