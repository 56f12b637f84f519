"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useMemo, useState } from "react";
import { useErrorSentence, useTRPC, useTRPCClient } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { FormField } from "@/components/ui/form-field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Entrance } from "@/components/users/entrance";
import { PasswordField } from "@/components/users/password-field";
import { signIn } from "@/components/users/sign-in";
import { timeZones } from "@/components/users/time-zones";
import { PASSWORD_LENGTH } from "@/core/users/password-rule";

/** Makes the first administrator, signs them in and leads Home. Closed once there is one. */
export function SetUpForm() {
  const t = useTranslations("users.setUp");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const router = useRouter();
  const sentence = useErrorSentence();
  const zones = useMemo(timeZones, []);
  const [timeZone, setTimeZone] = useState<string | null>(null);
  useEffect(() => setTimeZone(Intl.DateTimeFormat().resolvedOptions().timeZone), []);

  const state = useQuery(trpc.users.setUpState.queryOptions());
  const closed = state.data?.open === false;
  const finish = useMutation({
    mutationFn: async (input: { name: string; email: string; password: string }) => {
      await client.users.setUp.mutate({ ...input, language: "en", timeZone: timeZone ?? "UTC" });
      await signIn(input);
    },
    onSuccess: () => window.location.assign("/"),
  });
  useEffect(() => {
    if (closed && finish.isIdle) router.replace("/sign-in");
  }, [closed, finish.isIdle, router]);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name));
    finish.mutate({ name: text("name"), email: text("email"), password: text("password") });
  };

  return (
    <Entrance title={t("title")} description={t("description")} footer={t("stays")}>
      <form method="post" onSubmit={submit} className="flex flex-col gap-4">
        <FormField label={t("name")}>
          {(control) => <Input {...control} name="name" autoComplete="name" required maxLength={120} autoFocus />}
        </FormField>
        <FormField label={t("email")}>
          {(control) => (
            <Input {...control} name="email" type="email" autoComplete="username" required maxLength={254} />
          )}
        </FormField>
        <FormField label={t("password")} hint={t("passwordHint")}>
          {(control) => (
            <PasswordField
              {...control}
              name="password"
              autoComplete="new-password"
              required
              minLength={PASSWORD_LENGTH.min}
              maxLength={128}
            />
          )}
        </FormField>
        <div className="grid grid-cols-2 gap-3">
          <FormField label={t("language")}>
            {(control) => (
              <Select {...control} value="en" onChange={() => {}} options={[{ value: "en", label: t("english") }]} />
            )}
          </FormField>
          <FormField label={t("timeZone")}>
            {(control) => (
              <Combobox
                {...control}
                value={timeZone}
                onChange={setTimeZone}
                options={zones}
                ariaLabel={t("timeZone")}
              />
            )}
          </FormField>
        </div>
        {finish.isError && (
          <p role="alert" className="rounded-md bg-state-failed/10 px-3 py-2 text-[0.8125rem] text-state-failed">
            {sentence(finish.error)}
          </p>
        )}
        <Button
          type="submit"
          variant="primary"
          size="lg"
          loading={finish.isPending || finish.isSuccess}
          disabled={!timeZone}
          className="mt-1"
        >
          {t("submit")}
        </Button>
      </form>
    </Entrance>
  );
}
