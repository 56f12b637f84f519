"use client";

import { Workflow } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { FunctionUse } from "@/server/functions/function-uses";

/** The automations that call a function, and which version of it is live in each. */
export function FunctionCallers({ uses }: { uses: FunctionUse[] }) {
  const t = useTranslations("functions.about");
  if (uses.length === 0) return <p className="text-[0.8125rem] text-muted-foreground">{t("notUsed")}</p>;
  return (
    <ul className="flex flex-col gap-0.5">
      {uses.map(({ automationId, name, live }) => (
        <li key={automationId}>
          <Link
            href={`/automations/${automationId}`}
            className="-mx-2 flex items-start gap-2 rounded-md px-2 py-1.5 text-[0.8125rem] hover:bg-accent"
          >
            <Workflow aria-hidden className="mt-0.5 size-4 shrink-0 text-muted-foreground" />
            <span className="min-w-0 flex-1">
              <span className="block truncate">{name}</span>
              <span className="block text-xs text-muted-foreground">
                {live ? t("live", { number: live.number, version: live.functionVersion }) : t("notLive")}
              </span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
