"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { appErrorOf, useErrorSentence, useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { FormField } from "@/components/ui/form-field";
import { SectionCard } from "@/components/ui/section-card";
import { toast } from "@/components/ui/toast";
import { PasswordField } from "@/components/users/password-field";
import { PASSWORD_LENGTH } from "@/core/users/password-rule";

/** Changes the password; that signs the person out everywhere else. */
export function PasswordCard() {
  const t = useTranslations("users.account");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const sentence = useErrorSentence();
  const change = useMutation(trpc.users.changePassword.mutationOptions());

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    change.mutate(
      { current: String(fields.get("current")), next: String(fields.get("next")) },
      {
        onSuccess: async () => {
          form.reset();
          toast.success(t("passwordChanged"));
          await queries.invalidateQueries(trpc.users.sessions.queryFilter());
        },
      },
    );
  };
  const wrong = appErrorOf(change.error)?.code === "WRONG_PASSWORD";

  return (
    <SectionCard title={t("password")} description={t("passwordDescription")}>
      <form method="post" onSubmit={submit} className="flex max-w-md flex-col gap-3">
        <FormField label={t("currentPassword")} error={wrong ? sentence(change.error) : undefined}>
          {(control) => <PasswordField {...control} name="current" autoComplete="current-password" required />}
        </FormField>
        <FormField
          label={t("newPassword")}
          hint={t("passwordHint")}
          error={change.isError && !wrong ? sentence(change.error) : undefined}
        >
          {(control) => (
            <PasswordField
              {...control}
              name="next"
              autoComplete="new-password"
              required
              minLength={PASSWORD_LENGTH.min}
              maxLength={128}
            />
          )}
        </FormField>
        <Button type="submit" loading={change.isPending} className="self-start">
          {t("changePassword")}
        </Button>
      </form>
    </SectionCard>
  );
}
