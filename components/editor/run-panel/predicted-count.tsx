import { useTranslations } from "next-intl";
import type { PredictedCount } from "@/core/compiler/predict/predict";

/** How many instructions something will run, as far as its text says. */
export function PredictedCountText({ count, limit }: { count: PredictedCount; limit: number }) {
  const t = useTranslations("editor.run.predicted");
  const { min, max, exact } = count;
  const kind = max === null ? "atLeast" : exact ? "exact" : "atMost";
  return <p className="text-muted-foreground text-xs tabular-nums">{t(kind, { count: max ?? min, limit })}</p>;
}
