"use client";

import { Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { connectionSnippet } from "@/components/connections/connection-code";
import { Panel } from "@/components/connections/panel";
import { CodeEditor } from "@/components/ui/code-editor";
import { IconButton } from "@/components/ui/icon-button";
import { toast } from "@/components/ui/toast";
import type { ConnectionDetail } from "@/server/connections/get-connection";

/** Ready code that uses the account, by its name in code. */
export function ConnectionSnippet({ connection }: { connection: ConnectionDetail }) {
  const t = useTranslations("connections.page");
  const ui = useTranslations("ui");
  const code = connectionSnippet(connection);
  const copy = async () => {
    await navigator.clipboard.writeText(code);
    toast.success(ui("copied"));
  };
  return (
    <Panel
      title={t("inCode")}
      description={t("inCodeHelp")}
      actions={
        <IconButton label={t("copyCode")} onClick={() => void copy()}>
          <Copy />
        </IconButton>
      }
    >
      <CodeEditor value={code} readOnly lineNumbers={false} ariaLabel={t("inCode")} />
    </Panel>
  );
}
