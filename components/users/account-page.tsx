"use client";

import { useTranslations } from "next-intl";
import { useMe } from "@/components/shell/use-me";
import { PageHeader } from "@/components/ui/page-header";
import { SectionCard } from "@/components/ui/section-card";
import { AppearanceCard } from "@/components/users/appearance-card";
import { PasswordCard } from "@/components/users/password-card";
import { SessionsCard } from "@/components/users/sessions-card";

/** What a person can see and change about themselves. */
export function AccountPage() {
  const t = useTranslations("users.account");
  const roles = useTranslations("shell.person.roles");
  const me = useMe();
  const facts = [
    [t("name"), me.name],
    [t("email"), me.email],
    [t("role"), roles(me.role)],
    [t("workspace"), me.workspace.name],
    [t("timeZone"), me.workspace.timeZone.replaceAll("_", " ")],
  ];
  return (
    <>
      <PageHeader title={t("title")} />
      <div className="flex max-w-3xl flex-col gap-4 px-6 pb-10">
        <SectionCard title={t("about")}>
          <dl className="grid grid-cols-[9rem_1fr] gap-y-2 text-[0.8125rem]">
            {facts.map(([label, value]) => (
              <div key={label} className="contents">
                <dt className="text-muted-foreground">{label}</dt>
                <dd className="truncate">{value}</dd>
              </div>
            ))}
          </dl>
        </SectionCard>
        <AppearanceCard />
        <PasswordCard />
        <SessionsCard />
      </div>
    </>
  );
}
