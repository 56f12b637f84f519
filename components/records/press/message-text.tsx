"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { LIMITS } from "@/core/execution/limits";

/** A message an automation answered with: plain text and Markdown links, long ones folded. */
export function MessageText({ text }: { text: string }) {
  const t = useTranslations("triggers");
  const [isWhole, setWhole] = useState(false);
  const isLong = text.length > LIMITS.resultMessageCharacters;
  const shown = isLong && !isWhole ? `${text.slice(0, LIMITS.resultMessageCharacters)}…` : text;
  return (
    <span className="whitespace-pre-wrap break-words">
      {partsOf(shown).map((part) =>
        part.href ? (
          <a
            key={part.at}
            href={part.href}
            target="_blank"
            rel="noreferrer noopener"
            className="underline underline-offset-4"
          >
            {part.text}
          </a>
        ) : (
          part.text
        ),
      )}
      {isLong && !isWhole && (
        <button type="button" className="ml-1 underline underline-offset-4" onClick={() => setWhole(true)}>
          {t("more")}
        </button>
      )}
    </span>
  );
}

const LINK = /\[([^\]\n]{1,200})\]\((https?:\/\/[^\s()]{1,2000})\)/g;

interface Part {
  /** Where it begins in the text. */
  at: number;
  text: string;
  href?: string;
}

function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const match of text.matchAll(LINK)) {
    parts.push(
      { at: end, text: text.slice(end, match.index) },
      { at: match.index, text: match[1] ?? "", href: match[2] },
    );
    end = match.index + match[0].length;
  }
  return [...parts, { at: end, text: text.slice(end) }];
}
