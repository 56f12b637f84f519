"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConnectAccountDialog } from "@/components/connections/connect-account-dialog";
import { ConnectedAccounts } from "@/components/connections/connected-accounts";
import { ServiceCatalogue } from "@/components/connections/service-catalogue";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { TabPanel, Tabs } from "@/components/ui/tabs";

/** The accounts automations may act with, and the services one can connect. */
export function ConnectionsPage() {
  const t = useTranslations("connections");
  const [tab, setTab] = useState<"connected" | "choose">("connected");
  const [connecting, setConnecting] = useState<{ serviceKey: string | null } | null>(null);
  return (
    <div className="flex min-h-full flex-col">
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          <Button variant="primary" onClick={() => setTab("choose")}>
            <Plus aria-hidden />
            {t("connectAccount")}
          </Button>
        }
      />
      <Tabs
        value={tab}
        onChange={setTab}
        ariaLabel={t("tabs.label")}
        tabs={[
          { value: "connected", label: t("tabs.connected") },
          { value: "choose", label: t("tabs.choose") },
        ]}
        className="flex-1 [&>div:first-child]:px-6"
      >
        <TabPanel value="connected" className="px-6 py-5">
          <ConnectedAccounts onConnect={() => setTab("choose")} />
        </TabPanel>
        <TabPanel value="choose" className="px-6 py-5">
          <ServiceCatalogue onChoose={(serviceKey) => setConnecting({ serviceKey })} />
        </TabPanel>
      </Tabs>
      {connecting && (
        <ConnectAccountDialog
          open
          serviceKey={connecting.serviceKey}
          onOpenChange={(open) => !open && setConnecting(null)}
          onConnected={() => setTab("connected")}
        />
      )}
    </div>
  );
}
