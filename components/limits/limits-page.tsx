"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { LimitField } from "@/components/limits/limit-field";
import { useMe } from "@/components/shell/use-me";
import { useErrorSentence, useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { PageHeader } from "@/components/ui/page-header";
import { SectionCard } from "@/components/ui/section-card";
import { Skeleton } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import { quotaLimit } from "@/core/execution/quotas";
import {
  type LimitChanges,
  type LimitGroup,
  SETTABLE_LIMITS,
  workspaceLimitsOf,
} from "@/core/execution/workspace-limits";
import type { ListedLimit } from "@/server/limits/get-limits";

const GROUPS: LimitGroup[] = ["day", "time", "calls", "code"];

/** How much a run may take and the workspace may do a day, for administrators to set. */
export function LimitsPage() {
  const t = useTranslations("limits");
  const trpc = useTRPC();
  const limits = useQuery(trpc.limits.get.queryOptions());
  return (
    <div className="mx-auto w-full max-w-4xl pb-12">
      <PageHeader title={t("title")} description={t("description")} />
      <div className="flex flex-col gap-4 px-6">
        {limits.isError && <ErrorState error={limits.error} onRetry={limits.refetch} />}
        {limits.isPending && GROUPS.map((group) => <Skeleton key={group} className="h-48" />)}
        {limits.data && GROUPS.map((group) => <LimitGroupCard key={group} group={group} limits={limits.data} />)}
      </div>
    </div>
  );
}

function LimitGroupCard({ group, limits }: { group: LimitGroup; limits: ListedLimit[] }) {
  const t = useTranslations("limits");
  const { workspace } = useMe();
  const sentence = useErrorSentence();
  const trpc = useTRPC();
  const client = useQueryClient();
  /** What was typed and fits; the fields keep what does not. */
  const [draft, setDraft] = useState<LimitChanges>({});
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const save = useMutation(
    trpc.limits.set.mutationOptions({
      onSuccess: (saved) => {
        client.setQueryData(trpc.limits.get.queryKey(), saved);
        setDraft({});
        toast.success(t("saved"));
      },
      onError: (error) => toast.error(sentence(error)),
    }),
  );
  const shown = limits.filter(({ name }) => SETTABLE_LIMITS[name].group === group);
  const change = (name: ListedLimit["name"], value: number | null, isWrong: boolean) => {
    const { value: before } = shown.find((limit) => limit.name === name) ?? {};
    const { [name]: _old, ...rest } = draft;
    setDraft(value === null || value === before ? rest : { ...rest, [name]: value });
    setWrong(new Set([...wrong].filter((one) => one !== name).concat(isWrong ? [name] : [])));
  };
  const own = { ...Object.fromEntries(limits.map(({ name, value }) => [name, value])), ...draft };
  const calls = quotaLimit("functionCalls", workspaceLimitsOf(own));
  return (
    <SectionCard
      title={t(`groups.${group}`)}
      description={t(`groupHints.${group}`, { zone: workspace.timeZone })}
      actions={
        <Button
          variant="primary"
          size="sm"
          disabled={Object.keys(draft).length === 0 || wrong.size > 0}
          loading={save.isPending}
          onClick={() => save.mutate(draft)}
        >
          {t("save")}
        </Button>
      }
    >
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
        {shown.map((limit) => (
          <LimitField
            key={`${limit.name} ${limit.value}`}
            limit={limit}
            hint={limit.name === "perDay.peopleCounted" ? t("hints.peopleCounted", { calls }) : undefined}
            onChange={change}
          />
        ))}
      </div>
    </SectionCard>
  );
}
