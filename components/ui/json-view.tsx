"use client";

import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { cn } from "@/components/ui/cn";
import { type CutValue, isCutValue } from "@/core/values/cut-value";
import type { Json } from "@/core/values/json";

/**
 * JSON as a tree one can fold. Every string is shown as text.
 *
 * @param openDepth how many levels stand open at first
 */
export function JsonView({ value, openDepth = 2, className }: { value: Json; openDepth?: number; className?: string }) {
  if (isCutValue(value)) return <CutJson value={value} className={className} />;
  return (
    <div className={cn("overflow-x-auto font-mono text-xs leading-5", className)}>
      <Entry value={value} depth={0} openDepth={openDepth} />
    </div>
  );
}

/** The beginning of a value that is too large for a page, and the way to the whole. */
function CutJson({ value, className }: { value: CutValue; className?: string }) {
  const t = useTranslations("ui");
  const { size, beginning, href } = value.$cut;
  return (
    <div className={className}>
      <p className="mb-1 text-[0.8125rem] text-muted-foreground">
        {t("cut", { kilobytes: Math.ceil(size / 1_024) })}{" "}
        <a href={href} download className="font-medium text-foreground underline underline-offset-2">
          {t("downloadWhole")}
        </a>
      </p>
      <pre className="font-mono text-xs leading-5 break-words whitespace-pre-wrap">{beginning}…</pre>
    </div>
  );
}

/** Children shown before "more" is asked for: a list of thousands must not freeze the page. */
const PAGE = 100;

function Entry({ name, value, depth, openDepth }: { name?: string; value: Json; depth: number; openDepth: number }) {
  const t = useTranslations("ui");
  const [open, setOpen] = useState(depth < openDepth);
  const [shown, setShown] = useState(PAGE);
  if (value === null || typeof value !== "object") {
    return (
      <div className="pl-4 break-words whitespace-pre-wrap">
        <Name name={name} />
        <Leaf value={value} />
      </div>
    );
  }
  const isList = Array.isArray(value);
  const entries: [string, Json][] = isList ? value.map((item, index) => [String(index), item]) : Object.entries(value);
  const [left, right] = isList ? ["[", "]"] : ["{", "}"];
  if (entries.length === 0) {
    return (
      <div className="pl-4">
        <Name name={name} />
        {left}
        {right}
      </div>
    );
  }
  return (
    <div>
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="flex items-center rounded text-left hover:bg-accent"
      >
        <ChevronRight aria-hidden className={cn("size-3 mr-1 text-muted-foreground", open && "rotate-90")} />
        <Name name={name} />
        <span className="text-muted-foreground">
          {open ? left : `${left} ${t("entries", { count: entries.length })} ${right}`}
        </span>
      </button>
      {open && (
        <div className="ml-1.5 border-l border-border pl-2">
          {entries.slice(0, shown).map(([key, item]) => (
            <Entry key={key} name={key} value={item} depth={depth + 1} openDepth={openDepth} />
          ))}
          {entries.length > shown && (
            <button
              type="button"
              onClick={() => setShown(shown + PAGE)}
              className="ml-4 text-primary hover:underline dark:text-ring"
            >
              {t("more", { count: entries.length - shown })}
            </button>
          )}
        </div>
      )}
      {open && <div className="pl-4 text-muted-foreground">{right}</div>}
    </div>
  );
}

function Name({ name }: { name?: string }) {
  return name === undefined ? null : (
    <span className="text-category-functions">
      {name}
      <span className="text-muted-foreground">: </span>
    </span>
  );
}

function Leaf({ value }: { value: string | number | boolean | null }) {
  if (typeof value === "string") return <span className="text-state-succeeded">{JSON.stringify(value)}</span>;
  if (typeof value === "number") return <span className="text-state-running">{value}</span>;
  return <span className="text-state-waiting">{String(value)}</span>;
}
