"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { type DiffRow, diffRows } from "@/components/functions/diff-rows";
import { cn } from "@/components/ui/cn";

/** What differs between two sources, line by line. */
export function SourceDiff({ before, after, className }: { before: string; after: string; className?: string }) {
  const t = useTranslations("functions.diff");
  const rows = useMemo(() => diffRows(before, after), [before, after]);
  if (rows.length === 0) return <p className="text-[0.8125rem] text-muted-foreground">{t("equal")}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <div className={cn("overflow-auto rounded-lg border border-border", className)} tabIndex={0}>
      <table aria-label={t("label")} className="w-full border-collapse font-mono text-xs leading-5">
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line's place is what it is
            <DiffLine key={index} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const SIGN = { same: " ", removed: "−", added: "+" } as const;
const TONE = { same: "", removed: "bg-state-failed/10", added: "bg-state-succeeded/10" } as const;

function DiffLine({ row }: { row: DiffRow }) {
  const t = useTranslations("functions.diff");
  if (row.kind === "gap") {
    return (
      <tr className="bg-muted/60 text-muted-foreground">
        <td colSpan={4} className="py-0.5 pl-24 font-sans">
          {t("gap", { count: row.count })}
        </td>
      </tr>
    );
  }
  return (
    <tr className={TONE[row.kind]}>
      <LineNumber of={"before" in row ? row.before : null} />
      <LineNumber of={"after" in row ? row.after : null} />
      <td className="w-6 min-w-6 text-center text-muted-foreground select-none">
        <span aria-hidden>{SIGN[row.kind]}</span>
        {row.kind !== "same" && <span className="sr-only">{t(row.kind)}</span>}
      </td>
      <td className="pr-3 whitespace-pre">{row.text}</td>
    </tr>
  );
}

const LineNumber = ({ of }: { of: number | null }) => (
  <td className="w-9 min-w-9 px-1.5 text-right text-muted-foreground/80 tabular-nums select-none">{of}</td>
);
