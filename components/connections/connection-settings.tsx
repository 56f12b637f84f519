"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { isWebAddress, tidyAuth } from "@/components/connections/account-draft";
import { AuthFields } from "@/components/connections/auth-fields";
import { Panel } from "@/components/connections/panel";
import { useErrorSentence, useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { FormField } from "@/components/ui/form-field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { findService } from "@/core/services/catalogue";
import type { ConnectionDetail } from "@/server/connections/get-connection";

/** Name and address of an account; how its key travels, where the service does not fix that. */
export function ConnectionSettings({ connection }: { connection: ConnectionDetail }) {
  const t = useTranslations("connections");
  const trpc = useTRPC();
  const sentence = useErrorSentence();
  const queryClient = useQueryClient();
  const update = useMutation(trpc.connections.update.mutationOptions());
  const [name, setName] = useState(connection.name);
  const [baseUrl, setBaseUrl] = useState(connection.baseUrl);
  const [auth, setAuth] = useState(connection.auth);

  const service = connection.serviceKey === null ? undefined : findService(connection.serviceKey);
  const addressIsWrong = !isWebAddress(baseUrl.trim());
  const moved = !addressIsWrong && new URL(baseUrl.trim()).origin !== new URL(connection.baseUrl).origin;
  const changed =
    name !== connection.name ||
    baseUrl !== connection.baseUrl ||
    JSON.stringify(auth) !== JSON.stringify(connection.auth);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    try {
      const { secretRemoved } = await update.mutateAsync({
        id: connection.id,
        name: name.trim(),
        baseUrl: baseUrl.trim(),
        auth: service ? undefined : tidyAuth(auth),
      });
      toast.success(secretRemoved ? t("page.savedWithoutKey") : t("page.saved"));
      await queryClient.invalidateQueries({ queryKey: trpc.connections.pathKey() });
    } catch (error) {
      toast.error(sentence(error));
    }
  };

  return (
    <Panel title={t("page.account")}>
      <form onSubmit={save} noValidate className="flex flex-col gap-4">
        <FormField label={t("dialog.name")} required error={name.trim() === "" ? t("validation.name") : undefined}>
          {(control) => <Input {...control} value={name} onChange={(event) => setName(event.target.value)} />}
        </FormField>
        <FormField
          label={t("dialog.baseUrl")}
          hint={moved && connection.status !== "no-secret" ? t("page.moveWarning") : t("dialog.baseUrlHint")}
          required
          error={addressIsWrong ? t("validation.url") : undefined}
        >
          {(control) => (
            <Input
              {...control}
              type="url"
              value={baseUrl}
              readOnly={Boolean(service?.baseUrl)}
              onChange={(event) => setBaseUrl(event.target.value)}
            />
          )}
        </FormField>
        {service ? (
          <p className="text-xs text-muted-foreground">
            {t("page.travels", { ...auth, prefix: auth.prefix?.trim() || "none" })}
          </p>
        ) : (
          <AuthFields value={auth} onChange={setAuth} />
        )}
        <div>
          <Button
            type="submit"
            variant="primary"
            disabled={!changed || addressIsWrong || name.trim() === ""}
            loading={update.isPending}
          >
            {t("page.save")}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
