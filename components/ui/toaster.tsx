"use client";

import { CircleCheck, Info, OctagonAlert, TriangleAlert } from "lucide-react";
import { useTheme } from "next-themes";
import { Toaster as Sonner } from "sonner";

/** Where toasts appear; once, in the root layout. */
export function Toaster() {
  const { resolvedTheme } = useTheme();
  return (
    <Sonner
      theme={resolvedTheme === "dark" ? "dark" : "light"}
      position="bottom-right"
      closeButton
      duration={6_000}
      icons={ICONS}
      style={
        {
          fontFamily: "var(--font-sans)",
          "--normal-bg": "var(--popover)",
          "--normal-text": "var(--popover-foreground)",
          "--normal-border": "var(--border)",
        } as React.CSSProperties
      }
    />
  );
}

const ICONS = {
  success: <CircleCheck aria-hidden className="size-4 text-state-succeeded" />,
  warning: <TriangleAlert aria-hidden className="size-4 text-state-handled" />,
  error: <OctagonAlert aria-hidden className="size-4 text-state-failed" />,
  info: <Info aria-hidden className="size-4 text-state-running" />,
};
