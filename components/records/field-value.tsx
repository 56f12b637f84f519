"use client";

import { ExternalLink } from "lucide-react";
import Link from "next/link";
import { useDisplayValue } from "@/components/records/use-display-value";
import { Badge } from "@/components/ui/badge";
import { linkTarget } from "@/core/records/field-rules";
import type { CrmField, FieldType } from "@/core/records/field-types";

interface FieldValueProps {
  field: CrmField;
  value: string | number | boolean | null | undefined;
  /** Names of records that lookups point at, by id. */
  lookups: Record<string, string>;
  /** One line in a list, without links that would compete with the row's. */
  compact?: boolean;
}

/** A field's value as people read it, with the link its type suggests. */
export function FieldValue({ field, value, lookups, compact = false }: FieldValueProps) {
  const display = useDisplayValue();
  const text = display(field, value, lookups);
  if (text === "") return <span className="text-muted-foreground/70">{compact ? "" : "–"}</span>;
  if (field.type === "pick-list") return <Badge tone={toneOf(text)}>{text}</Badge>;
  if (compact) return <span className={NUMERIC.has(field.type) ? "tabular-nums" : undefined}>{text}</span>;
  switch (field.type) {
    case "email":
      return <ExternalAnchor href={`mailto:${text}`}>{text}</ExternalAnchor>;
    case "phone":
      return <ExternalAnchor href={`tel:${text.replace(/[^\d+]/g, "")}`}>{text}</ExternalAnchor>;
    case "url":
      return (
        <ExternalAnchor href={linkTarget(text) ?? "#"} newTab>
          {text}
        </ExternalAnchor>
      );
    case "lookup":
      return lookups[String(value)] ? (
        <Link href={`/records/${field.lookupModule}/${value}`} className={linkStyle}>
          {text}
        </Link>
      ) : (
        text
      );
    case "multi-line":
      return <span className="whitespace-pre-wrap">{text}</span>;
    default:
      return <span className={NUMERIC.has(field.type) ? "tabular-nums" : undefined}>{text}</span>;
  }
}

const NUMERIC = new Set<FieldType>(["number", "currency", "date", "date-time", "phone"]);

/** True for the columns that stand to the right. */
export const isRightAligned = (type: FieldType): boolean => type === "number" || type === "currency";

const linkStyle = "rounded text-primary underline-offset-4 hover:underline dark:text-ring";

function ExternalAnchor({ href, newTab, children }: { href: string; newTab?: boolean; children: string }) {
  const tab = newTab ? { target: "_blank", rel: "noreferrer noopener" } : {};
  return (
    <a href={href} className={linkStyle} {...tab}>
      {children}
      {newTab && <ExternalLink aria-hidden className="ml-1 inline size-3 align-baseline" />}
    </a>
  );
}

/** Colours for the states every CRM has; other choices stay neutral. */
const TONES = {
  succeeded: ["Subscribed", "Qualified", "Won", "Active", "Complete"],
  running: ["New", "Contacted", "Proposal", "Negotiation", "Planning", "Qualification", "Attempted to contact"],
  failed: ["Bounced", "Lost"],
  handled: ["Unsubscribed", "Paused", "Not qualified"],
} as const;

const toneOf = (option: string) =>
  (Object.keys(TONES) as (keyof typeof TONES)[]).find((tone) => TONES[tone].some((name) => name === option)) ??
  "neutral";
