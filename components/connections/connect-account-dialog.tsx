"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { type AccountDraft, checkAccount, firstAccount, tidyAuth } from "@/components/connections/account-draft";
import { AuthFields } from "@/components/connections/auth-fields";
import { useErrorSentence, useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormField } from "@/components/ui/form-field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { findService } from "@/core/services/catalogue";

export interface ConnectAccountDialogProps {
  /** Key in the catalogue; null for a custom service. */
  serviceKey: string | null;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Called with the new account's name in code. */
  onConnected: (linkName: string) => void;
}

/** Connects an account: from the Connections page, and over the canvas from a step that needs one. */
export function ConnectAccountDialog(props: ConnectAccountDialogProps) {
  const t = useTranslations("connections");
  const service = props.serviceKey === null ? undefined : findService(props.serviceKey);
  const formId = useId();
  const [busy, setBusy] = useState(false);
  return (
    <Dialog
      open={props.open}
      onOpenChange={(open) => !busy && props.onOpenChange(open)}
      title={service ? t("dialog.title", { service: service.name }) : t("dialog.customTitle")}
      description={t("dialog.description")}
      footer={
        <Button type="submit" form={formId} variant="primary" loading={busy}>
          {t("dialog.submit")}
        </Button>
      }
    >
      <AccountForm {...props} formId={formId} onBusy={setBusy} />
    </Dialog>
  );
}

function AccountForm(props: ConnectAccountDialogProps & { formId: string; onBusy: (busy: boolean) => void }) {
  const t = useTranslations("connections");
  const trpc = useTRPC();
  const service = props.serviceKey === null ? undefined : findService(props.serviceKey);
  const { data: connections = [] } = useQuery(trpc.connections.list.queryOptions());
  const [edited, setEdited] = useState<Partial<AccountDraft>>({});
  const [checked, setChecked] = useState(false);
  // An account at the same service shows where that service is.
  const known = connections.find(({ serviceKey }) => serviceKey !== null && serviceKey === props.serviceKey);
  const draft: AccountDraft = { ...firstAccount(service, known?.baseUrl), ...edited };
  const wrong = checkAccount(draft);
  const errorOf = (field: keyof typeof wrong) =>
    checked && wrong[field] ? t(`validation.${wrong[field]}`) : undefined;
  const change = (part: Partial<AccountDraft>) => setEdited({ ...edited, ...part });
  const { connect, failure } = useConnect(props);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    // Inside the editor, the dialog's form is a React child of other forms.
    event.stopPropagation();
    setChecked(true);
    if (Object.keys(wrong).length === 0) void connect(draft);
  };

  return (
    <form id={props.formId} onSubmit={submit} noValidate autoComplete="off" className="flex flex-col gap-4">
      <FormField label={t("dialog.name")} hint={t("dialog.nameHint")} required error={errorOf("name")}>
        {(control) => (
          <Input {...control} value={draft.name} onChange={(event) => change({ name: event.target.value })} />
        )}
      </FormField>
      {!service?.baseUrl && (
        <FormField label={t("dialog.baseUrl")} hint={t("dialog.baseUrlHint")} required error={errorOf("baseUrl")}>
          {(control) => (
            <Input
              {...control}
              type="url"
              value={draft.baseUrl}
              placeholder="https://api.example.com"
              onChange={(event) => change({ baseUrl: event.target.value })}
            />
          )}
        </FormField>
      )}
      {!service && (
        <AuthFields value={draft.auth} onChange={(auth) => change({ auth })} parameterError={errorOf("parameter")} />
      )}
      <FormField
        label={t("dialog.key")}
        hint={props.serviceKey === "mailing-list" ? t("dialog.demoKeyHint") : t("dialog.keyHint")}
        required
        error={errorOf("secret")}
      >
        {(control) => (
          <Input
            {...control}
            type="password"
            autoComplete="new-password"
            value={draft.secret}
            onChange={(event) => change({ secret: event.target.value })}
          />
        )}
      </FormField>
      {failure && (
        <p role="alert" className="text-[0.8125rem] text-state-failed">
          {failure}
        </p>
      )}
    </form>
  );
}

/** Saves the account, tries its key once, and says how that went. */
function useConnect(props: ConnectAccountDialogProps & { onBusy: (busy: boolean) => void }) {
  const t = useTranslations("connections.dialog");
  const errors = useTranslations("errors");
  const sentence = useErrorSentence();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const create = useMutation(trpc.connections.create.mutationOptions());
  const test = useMutation(trpc.connections.test.mutationOptions());
  const [failure, setFailure] = useState<string | null>(null);

  const connect = async ({ name, baseUrl, auth, secret }: AccountDraft) => {
    props.onBusy(true);
    setFailure(null);
    const service = props.serviceKey === null ? undefined : findService(props.serviceKey);
    try {
      const { id, linkName } = await create.mutateAsync({
        serviceKey: props.serviceKey,
        name: name.trim(),
        baseUrl: service?.baseUrl ? undefined : baseUrl.trim(),
        auth: service ? undefined : tidyAuth(auth),
        secret: secret.trim(),
      });
      const result = await test.mutateAsync({ id });
      if (result.outcome === "refused") toast.warning(t("refusedAtOnce", { name }));
      else if (result.outcome === "failed") {
        const reason = errors(result.error.code as never, result.error.params as never);
        toast.warning(t("failedAtOnce", { name, reason }));
      } else toast.success(t("connected", { name }));
      await queryClient.invalidateQueries({ queryKey: trpc.connections.pathKey() });
      await queryClient.invalidateQueries({ queryKey: trpc.automations.context.queryKey() });
      props.onOpenChange(false);
      props.onConnected(linkName);
    } catch (error) {
      setFailure(sentence(error));
    } finally {
      props.onBusy(false);
    }
  };
  return { connect, failure };
}
