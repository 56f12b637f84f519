"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { useMe } from "@/components/shell/use-me";
import { appErrorOf, useErrorSentence, useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormField } from "@/components/ui/form-field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { roleAllows } from "@/core/users/roles";
import { VARIABLE_NAME } from "@/core/values/variable-name";
import type { ListedVariable } from "@/server/variables/list-variables";

/** Adds a variable, or changes one. The value of a secret cannot be read back. */
export function VariableDialog({ variable, onClose }: { variable: ListedVariable | null; onClose: () => void }) {
  const t = useTranslations("variables");
  const formId = useId();
  const { role } = useMe();
  const [draft, setDraft] = useState({
    name: variable?.name ?? "",
    kind: variable?.kind ?? ("plain" as const),
    value: variable?.value ?? "",
    description: variable?.description ?? "",
  });
  const [checked, setChecked] = useState(false);
  const { save, failure, isPending } = useSave(variable, onClose);
  const change = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const keepsSecret = variable?.kind === "secret";
  const wrongName = !VARIABLE_NAME.test(draft.name);
  const wrongValue = draft.kind === "secret" && !keepsSecret && draft.value === "";

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!wrongName && !wrongValue) void save(draft);
  };

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={variable ? t("dialog.editTitle", { name: variable.name }) : t("dialog.addTitle")}
      footer={
        <Button type="submit" form={formId} variant="primary" loading={isPending}>
          {t("dialog.save")}
        </Button>
      }
    >
      <form id={formId} onSubmit={submit} noValidate autoComplete="off" className="flex flex-col gap-4">
        <FormField
          label={t("dialog.name")}
          hint={
            variable ? t("dialog.renameHint") : t("dialog.nameHint", { code: `variables.${draft.name || "shopUrl"}` })
          }
          required
          error={checked && wrongName ? t("validation.name") : undefined}
        >
          {(control) => (
            <Input
              {...control}
              className="font-mono"
              value={draft.name}
              onChange={(event) => change({ name: event.target.value })}
            />
          )}
        </FormField>
        {!variable && (
          <FormField
            label={t("dialog.kind")}
            hint={
              !roleAllows(role, "administrator")
                ? t("dialog.adminsOnly")
                : draft.kind === "secret"
                  ? t("dialog.secretHint")
                  : undefined
            }
          >
            {(control) => (
              <Select
                {...control}
                value={draft.kind}
                disabled={!roleAllows(role, "administrator")}
                onChange={(kind) => change({ kind })}
                options={[
                  { value: "plain", label: t("dialog.plain") },
                  { value: "secret", label: t("dialog.secretKind") },
                ]}
              />
            )}
          </FormField>
        )}
        <FormField
          label={t("dialog.value")}
          hint={keepsSecret ? t("dialog.keepValue") : undefined}
          error={checked && wrongValue ? t("validation.value") : undefined}
        >
          {(control) =>
            draft.kind === "secret" ? (
              <Input
                {...control}
                type="password"
                autoComplete="new-password"
                value={draft.value}
                onChange={(event) => change({ value: event.target.value })}
              />
            ) : (
              <Textarea {...control} value={draft.value} onChange={(event) => change({ value: event.target.value })} />
            )
          }
        </FormField>
        <FormField label={t("dialog.about")}>
          {(control) => (
            <Input
              {...control}
              value={draft.description}
              maxLength={500}
              onChange={(event) => change({ description: event.target.value })}
            />
          )}
        </FormField>
        {failure && (
          <p role="alert" className="text-[0.8125rem] text-state-failed">
            {failure}
          </p>
        )}
      </form>
    </Dialog>
  );
}

interface Draft {
  name: string;
  kind: "plain" | "secret";
  value: string;
  description: string;
}

function useSave(variable: ListedVariable | null, onClose: () => void) {
  const t = useTranslations("variables.dialog");
  const trpc = useTRPC();
  const sentence = useErrorSentence();
  const queries = useQueryClient();
  const create = useMutation(trpc.variables.create.mutationOptions());
  const update = useMutation(trpc.variables.update.mutationOptions());
  const [failure, setFailure] = useState<string | null>(null);

  const save = async (draft: Draft) => {
    setFailure(null);
    const keepsValue = variable?.kind === "secret" && draft.value === "";
    try {
      if (!variable) await create.mutateAsync(draft);
      else await update.mutateAsync({ ...draft, id: variable.id, value: keepsValue ? undefined : draft.value });
      toast.success(t("saved", { name: draft.name }));
      await queries.invalidateQueries({ queryKey: trpc.variables.pathKey() });
      await queries.invalidateQueries({ queryKey: trpc.automations.context.queryKey() });
      onClose();
    } catch (error) {
      setFailure(
        appErrorOf(error)?.code === "CONFLICT" ? t("validation.taken", { name: draft.name }) : sentence(error),
      );
    }
  };
  return { save, failure, isPending: create.isPending || update.isPending };
}
