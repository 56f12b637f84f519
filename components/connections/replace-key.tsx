"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { isKey } from "@/components/connections/account-draft";
import { Panel } from "@/components/connections/panel";
import { useErrorSentence, useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { FormField } from "@/components/ui/form-field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import type { ConnectionDetail } from "@/server/connections/get-connection";

/** The key: whether there is one, and a place for a new one. It cannot be read back. */
export function ReplaceKey({ connection }: { connection: ConnectionDetail }) {
  const t = useTranslations("connections");
  const trpc = useTRPC();
  const sentence = useErrorSentence();
  const queryClient = useQueryClient();
  const update = useMutation(trpc.connections.update.mutationOptions());
  const [secret, setSecret] = useState("");
  const [checked, setChecked] = useState(false);

  const replace = async (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!isKey(secret)) return;
    try {
      await update.mutateAsync({ id: connection.id, secret: secret.trim() });
      setSecret("");
      setChecked(false);
      toast.success(t("page.keyReplaced"));
      await queryClient.invalidateQueries({ queryKey: trpc.connections.pathKey() });
    } catch (error) {
      toast.error(sentence(error));
    }
  };

  return (
    <Panel title={t("page.key")}>
      <form onSubmit={replace} noValidate autoComplete="off" className="flex flex-col gap-3">
        <FormField
          label={t("page.newKey")}
          hint={connection.status === "no-secret" ? t("page.keyMissing") : t("page.keySaved")}
          error={checked && !isKey(secret) ? t("validation.key") : undefined}
        >
          {(control) => (
            <Input
              {...control}
              type="password"
              autoComplete="new-password"
              value={secret}
              placeholder={connection.status === "no-secret" ? undefined : "••••••••••••"}
              onChange={(event) => setSecret(event.target.value)}
            />
          )}
        </FormField>
        <div>
          <Button type="submit" disabled={secret === ""} loading={update.isPending}>
            {t("page.replaceKey")}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
