"use client";

import { CircleCheck, FilterX, ScrollText } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { isFiltered, type ListFilter } from "@/components/executions/list/list-filter";
import { useMe } from "@/components/shell/use-me";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

/** No rows: because of the filters, because nothing needs anybody, or because nothing has run yet. */
export function ListEmpty({ filter, onClear }: { filter: ListFilter; onClear: () => void }) {
  const t = useTranslations("executions");
  const { role } = useMe();
  if (isFiltered(filter)) {
    return (
      <EmptyState
        icon={<FilterX aria-hidden />}
        title={t("empty.filtered")}
        action={<Button onClick={onClear}>{t("filters.clear")}</Button>}
      />
    );
  }
  if (filter.tab === "attention") {
    return (
      <EmptyState
        icon={<CircleCheck aria-hidden />}
        title={t("empty.attention")}
        description={t("empty.attentionDescription")}
      />
    );
  }
  return (
    <EmptyState
      icon={<ScrollText aria-hidden />}
      title={t("empty.title")}
      description={t("empty.description")}
      action={
        <Button asChild>
          <Link href={role === "member" ? "/records" : "/automations"}>
            {role === "member" ? t("empty.memberAction") : t("empty.action")}
          </Link>
        </Button>
      }
    />
  );
}
