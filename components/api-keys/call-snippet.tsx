"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { IconButton } from "@/components/ui/icon-button";

/** A call of an API name as a cURL command, ready to paste. */
export function CallSnippet({ apiName }: { apiName: string }) {
  const t = useTranslations("apiKeys");
  const [copied, setCopied] = useState(false);
  const origin = typeof window === "undefined" ? "" : window.location.origin;
  const command = [
    `curl -X POST ${origin}/api/v1/functions/${apiName || t("apiNameMissing")}/execute`,
    `-H "Authorization: Bearer ${t("yourKey")}"`,
    `-H "Content-Type: application/json"`,
    `-d '{}'`,
  ].join(" \\\n  ");
  const copy = async () => {
    await navigator.clipboard.writeText(command);
    setCopied(true);
    setTimeout(() => setCopied(false), 1_500);
  };
  return (
    <div className="relative">
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={t("snippet")}
        className="overflow-x-auto rounded-md border border-border bg-muted p-2.5 pr-9"
      >
        <pre className="font-mono text-xs leading-5">{command}</pre>
      </section>
      <IconButton
        label={t("copy")}
        size="sm"
        className="absolute top-1.5 right-1.5 bg-muted"
        onClick={() => void copy()}
      >
        {copied ? <Check /> : <Copy />}
      </IconButton>
    </div>
  );
}
