"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { cn } from "@/components/ui/cn";
import { Tooltip } from "@/components/ui/tooltip";

/**
 * An id one can copy with a click.
 *
 * @param shown what is written instead of the whole id, which is still what is copied
 */
export function CopyableId({ id, shown, className }: { id: string; shown?: string; className?: string }) {
  const t = useTranslations("ui");
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(id);
    setCopied(true);
    setTimeout(() => setCopied(false), 1_500);
  };
  const Icon = copied ? Check : Copy;
  return (
    <Tooltip content={copied ? t("copied") : t("copyId", { id })}>
      <button
        type="button"
        onClick={() => void copy()}
        aria-label={t("copyId", { id })}
        className={cn(
          "inline-flex items-center gap-1 rounded px-1 font-mono text-xs text-muted-foreground hover:bg-accent hover:text-foreground",
          className,
        )}
      >
        {shown ?? id}
        <Icon aria-hidden className="size-3" />
      </button>
    </Tooltip>
  );
}
