"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { ConnectionStatusBadge } from "@/components/connections/connection-status-badge";
import { ServiceIcon } from "@/components/connections/service-icon";
import { RelativeTime } from "@/components/ui/relative-time";
import type { ConnectionRow } from "@/server/connections/list-connections";

/** One account: its service, where its key goes, whether it works, who uses it. */
export function ConnectionCard({ connection }: { connection: ConnectionRow }) {
  const t = useTranslations("connections");
  const { id, name, serviceKey, baseUrl, status, lastUsedAt, usedBy, linkName } = connection;
  return (
    <article className="relative flex h-full flex-col gap-3 rounded-lg border border-border bg-card p-4 shadow-card transition-colors focus-within:border-ring hover:border-ring/60">
      <div className="flex items-start gap-3">
        <ServiceIcon serviceKey={serviceKey} />
        <div className="min-w-0 flex-1">
          <h2 className="truncate text-sm font-medium">
            <Link href={`/connections/${id}`} className="after:absolute after:inset-0 after:rounded-lg">
              {name}
            </Link>
          </h2>
          <p className="truncate text-xs text-muted-foreground">{t("card.account", { host: new URL(baseUrl).host })}</p>
        </div>
        <ConnectionStatusBadge status={status} />
      </div>
      <div className="mt-auto flex items-center gap-2 text-xs text-muted-foreground">
        <code className="truncate rounded bg-muted px-1.5 py-0.5">{linkName}</code>
        <span className="whitespace-nowrap">{t("card.usedIn", { count: usedBy.length })}</span>
        <span className="ml-auto truncate">
          {lastUsedAt ? t.rich("card.lastUsed", { time: () => <RelativeTime at={lastUsedAt} /> }) : t("card.neverUsed")}
        </span>
      </div>
    </article>
  );
}
