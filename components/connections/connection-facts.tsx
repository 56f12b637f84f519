"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Panel } from "@/components/connections/panel";
import { UsedInList } from "@/components/connections/used-in-list";
import { CopyableId } from "@/components/ui/copyable-id";
import { RelativeTime } from "@/components/ui/relative-time";
import { findService } from "@/core/services/catalogue";
import type { ConnectionDetail } from "@/server/connections/get-connection";

/** Beside an account's settings: what it is called in code, who connected it when, and who uses it. */
export function ConnectionFacts({ connection }: { connection: ConnectionDetail }) {
  const t = useTranslations("connections.page");
  const { linkName, serviceKey, createdBy, createdAt, lastUsedAt, usedBy } = connection;
  return (
    <aside className="flex flex-col gap-4">
      <Panel title={t("usedIn")}>
        <UsedInList uses={usedBy} />
      </Panel>
      <dl className="grid grid-cols-[7rem_minmax(0,1fr)] gap-x-3 gap-y-2 px-4 text-[0.8125rem]">
        <Fact name={t("nameInCode")}>
          <CopyableId id={linkName} className="-ml-1" />
        </Fact>
        <Fact name={t("facts.service")}>
          {serviceKey === null ? t("facts.custom") : (findService(serviceKey)?.name ?? serviceKey)}
        </Fact>
        {createdBy && <Fact name={t("facts.connectedBy")}>{createdBy}</Fact>}
        <Fact name={t("facts.connectedAt")}>
          <RelativeTime at={createdAt} />
        </Fact>
        <Fact name={t("facts.lastUsed")}>{lastUsedAt ? <RelativeTime at={lastUsedAt} /> : t("facts.never")}</Fact>
      </dl>
    </aside>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted-foreground">{name}</dt>
      <dd className="min-w-0 truncate">{children}</dd>
    </>
  );
}
