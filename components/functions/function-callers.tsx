"use client";

import { Workflow } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { FunctionUse } from "@/server/functions/function-uses";

interface FunctionCallersProps {
  uses: FunctionUse[];
  /** The number of the function's newest version. */
  newest: number;
}

/** The automations that call a function, which version of it is live in each, and whether there is a newer one. */
export function FunctionCallers({ uses, newest }: FunctionCallersProps) {
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
                {live && live.functionVersion < newest && (
                  <span className="text-state-handled"> · {t("newerExists", { version: newest })}</span>
                )}
              </span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
