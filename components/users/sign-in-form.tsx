"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useRouter, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect } from "react";
import { useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { FormField } from "@/components/ui/form-field";
import { Input } from "@/components/ui/input";
import { Entrance } from "@/components/users/entrance";
import { PasswordField } from "@/components/users/password-field";
import { safePath } from "@/components/users/safe-path";
import { type SignInRefusal, signIn } from "@/components/users/sign-in";

/** E-mail and password, then back to the page one came from. Leads to set-up while that is open. */
export function SignInForm() {
  const t = useTranslations("users.signIn");
  const ui = useTranslations("ui");
  const trpc = useTRPC();
  const router = useRouter();
  const back = safePath(useSearchParams().get("back"));
  const state = useQuery(trpc.users.setUpState.queryOptions());
  const setUpIsOpen = state.data?.open === true;
  useEffect(() => {
    if (setUpIsOpen) router.replace("/set-up");
  }, [setUpIsOpen, router]);

  const attempt = useMutation({
    mutationFn: signIn,
    // A whole page load, so nothing of an earlier person stays in memory.
    onSuccess: (refusal) => !refusal && window.location.assign(back),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    attempt.mutate({ email: String(form.get("email")), password: String(form.get("password")) });
  };
  const refusal = attempt.data ?? null;

  return (
    <Entrance title={t("title")} description={t("description")}>
      <form method="post" onSubmit={submit} className="flex flex-col gap-4">
        <FormField label={t("email")}>
          {(control) => <Input {...control} name="email" type="email" autoComplete="username" required autoFocus />}
        </FormField>
        <FormField label={t("password")}>
          {(control) => <PasswordField {...control} name="password" autoComplete="current-password" required />}
        </FormField>
        {refusal && (
          <p role="alert" className="rounded-md bg-state-failed/10 px-3 py-2 text-[0.8125rem] text-state-failed">
            {sentenceOf(refusal)}
          </p>
        )}
        <Button
          type="submit"
          variant="primary"
          size="lg"
          loading={attempt.isPending || (attempt.isSuccess && !refusal)}
          className="mt-1"
        >
          {t("submit")}
        </Button>
      </form>
      <p className="mt-5 text-xs text-muted-foreground">{t("forgotten")}</p>
    </Entrance>
  );

  function sentenceOf(given: SignInRefusal): string {
    if (given.reason === "tooMany") return t("tooMany", { minutes: given.waitMinutes });
    if (given.reason === "unreachable" || given.reason === "unexpected") return ui(given.reason);
    return t(given.reason);
  }
}
