"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { Press } from "@/components/records/press/use-press";

const SLOW_AFTER_MS = 5_000;

/** Under the buttons while one runs: the step it is at after a second, and reassurance after five. */
export function PressProgress({ press, usualMs }: { press: Press; usualMs: number | null }) {
  const t = useTranslations("triggers");
  const isSlow = useIsSlow(press.running?.since ?? null);
  const usual = usualMs === null ? "unknown" : (usualMs / 1_000).toFixed(1);
  return (
    <p
      role="status"
      className="pointer-events-none absolute top-full right-0 mt-1 text-xs whitespace-nowrap text-muted-foreground"
    >
      {isSlow ? t("slow", { usual }) : press.step && t("step", { step: press.step })}
    </p>
  );
}

function useIsSlow(since: number | null): boolean {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    setSlow(false);
    if (since === null) return;
    const timer = setTimeout(() => setSlow(true), SLOW_AFTER_MS - (Date.now() - since));
    return () => clearTimeout(timer);
  }, [since]);
  return isSlow;
}
