"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Users } from "lucide-react";
import { useTranslations } from "next-intl";
import { useErrorSentence, useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { CopyableId } from "@/components/ui/copyable-id";
import { SectionCard } from "@/components/ui/section-card";
import type { DemoPerson } from "@/server/users/take-demo-passwords";

/** The demo people's passwords: shown once, then forgotten by the server. */
export function DemoPeopleCard() {
  const t = useTranslations("home.demoPeople");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const sentence = useErrorSentence();
  const take = useMutation(trpc.users.takeDemoPasswords.mutationOptions());
  const close = () => queries.invalidateQueries(trpc.users.me.queryFilter());
  return (
    <SectionCard
      title={
        <span className="flex items-center gap-2">
          <Users aria-hidden className="size-4 text-muted-foreground" />
          {t("title")}
        </span>
      }
      description={t("description")}
      actions={
        take.isSuccess ? (
          <Button onClick={() => void close()}>{t("noted")}</Button>
        ) : (
          <Button loading={take.isPending} onClick={() => take.mutate()}>
            {t("show")}
          </Button>
        )
      }
    >
      {take.isError && <p className="text-[0.8125rem] text-state-failed">{sentence(take.error)}</p>}
      {take.isSuccess && (take.data.length > 0 ? <Passwords people={take.data} /> : t("gone"))}
    </SectionCard>
  );
}

function Passwords({ people }: { people: DemoPerson[] }) {
  const roles = useTranslations("shell.person.roles");
  return (
    <ul className="divide-y divide-border">
      {people.map((person) => (
        <li key={person.email} className="grid grid-cols-[1fr_1.4fr_auto] items-center gap-4 py-2 text-[0.8125rem]">
          <span>
            <span className="font-medium">{person.name}</span>
            <span className="ml-2 text-muted-foreground">{roles(person.role)}</span>
          </span>
          <CopyableId id={person.email} className="justify-self-start" />
          <CopyableId id={person.password} className="text-foreground" />
        </li>
      ))}
    </ul>
  );
}
