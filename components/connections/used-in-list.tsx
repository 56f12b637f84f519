"use client";

import { SquareFunction, Workflow } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ConnectionUse } from "@/server/connections/connection-uses";

/** The automations and functions that use an account, each a link. */
export function UsedInList({ uses }: { uses: ConnectionUse[] }) {
  const t = useTranslations("connections.page");
  if (uses.length === 0) return <p className="text-[0.8125rem] text-muted-foreground">{t("notUsed")}</p>;
  return (
    <ul className="flex flex-col gap-0.5">
      {uses.map(({ kind, id, name }) => {
        const Icon = kind === "automation" ? Workflow : SquareFunction;
        return (
          <li key={id}>
            <Link
              href={kind === "automation" ? `/automations/${id}` : `/functions/${id}`}
              className="-mx-2 flex items-center gap-2 rounded-md px-2 py-1.5 text-[0.8125rem] hover:bg-accent"
            >
              <Icon aria-hidden className="size-4 shrink-0 text-muted-foreground" />
              <span className="min-w-0 flex-1 truncate">{name}</span>
              <span className="text-xs text-muted-foreground">{t(`useKind.${kind}`)}</span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
