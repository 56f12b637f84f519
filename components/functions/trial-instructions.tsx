"use client";

import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { CountedLines } from "@/components/ui/counted-lines";
import type { FunctionTrial } from "@/server/functions/execute-function";

/** How much of its instructions the function used, and on which lines. */
export function TrialInstructions({ result }: { result: FunctionTrial }) {
  const t = useTranslations("functions.result");
  const { statements: used, statementLimit: limit } = result;
  const share = Math.min(used / limit, 1);
  return (
    <div className="flex flex-col gap-2">
      <p className="text-[0.8125rem] font-medium tabular-nums">{t("instructions", { used, limit })}</p>
      <div aria-hidden className="h-1.5 max-w-md overflow-hidden rounded-full bg-muted">
        <div
          className={cn("h-full rounded-full", share > 0.8 ? "bg-state-failed" : "bg-state-succeeded")}
          style={{ width: `${Math.max(share * 100, 0.5)}%` }}
        />
      </div>
      <p className="text-xs text-muted-foreground">{t("instructionsHelp", { limit })}</p>
      <CountedLines
        className="mt-2"
        labels={{
          caption: t("instructionsByLine"),
          line: t("lineColumn"),
          count: t("tabs.instructions"),
          code: t("codeColumn"),
        }}
        lines={result.source.split("\n").map((text, at) => ({
          number: at + 1,
          text,
          count: result.lines[String(at + 1)] ?? null,
        }))}
      />
    </div>
  );
}
