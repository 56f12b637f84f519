"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { DemoPeopleCard } from "@/components/home/demo-people-card";
import { FirstRunCard } from "@/components/home/first-run-card";
import { TodayCard } from "@/components/home/today-card";
import { useMe } from "@/components/shell/use-me";
import { useTRPC } from "@/components/trpc";

/** What needs this person now, and the fastest way to the next thing. */
export function HomePage() {
  const t = useTranslations("home");
  const trpc = useTRPC();
  const me = useMe();
  const preferences = useQuery(trpc.users.preferences.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY }));
  const showFirstRun = preferences.data && !preferences.data.dismissed.includes("first-run");
  return (
    <div className="mx-auto flex w-full max-w-4xl flex-col gap-4 px-6 pt-8 pb-12">
      <h1 className="text-xl font-semibold tracking-tight">
        {t("greeting", { name: me.name.split(/\s+/)[0] ?? me.name })}
      </h1>
      {me.demoPasswordsWaiting && <DemoPeopleCard />}
      {showFirstRun && <FirstRunCard done={preferences.data.done} />}
      <TodayCard />
    </div>
  );
}
