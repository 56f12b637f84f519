"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Inbox, SearchX } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { ListSkeleton } from "@/components/records/list-skeleton";
import { ListToolbar } from "@/components/records/list-toolbar";
import { LoadMore } from "@/components/records/load-more";
import { RecordsTable } from "@/components/records/records-table";
import { useFilterText } from "@/components/records/use-filter-text";
import { useListPreferences } from "@/components/records/use-list-preferences";
import { useListView } from "@/components/records/use-list-view";
import { useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import type { CrmModule } from "@/core/records/field-types";

/** The list of one record type with its search, filters and order. */
export function RecordsList({ crmModule }: { crmModule: CrmModule }) {
  const t = useTranslations("records");
  const trpc = useTRPC();
  const [view, changeView] = useListView(crmModule);
  const preferences = useListPreferences(crmModule);
  const filterText = useFilterText();
  const list = useInfiniteQuery(
    trpc.records.list.infiniteQueryOptions(
      {
        module: crmModule.apiName,
        search: view.search || undefined,
        filters: view.filters,
        sort: view.sort ?? undefined,
        limit: 50,
      },
      { getNextPageParam: (page) => page.nextCursor ?? undefined, placeholderData: keepPreviousData },
    ),
  );
  const pages = list.data?.pages ?? [];
  const records = pages.flatMap((page) => page.records);
  const lookups = Object.assign({}, ...pages.map((page) => page.lookups)) as Record<string, string>;
  const isNarrowed = view.search !== "" || view.filters.length > 0;
  const conditions = [
    ...view.filters.map((filter) => filterText(crmModule, filter, lookups)),
    ...(view.search ? [t("searchCondition", { search: view.search })] : []),
  ];

  if (list.isPending) return <ListSkeleton />;
  return (
    <section aria-label={crmModule.plural} className="flex min-h-0 flex-1 flex-col">
      <ListToolbar
        crmModule={crmModule}
        view={view}
        onChange={changeView}
        preferences={preferences}
        lookups={lookups}
        count={pages[0]?.count ?? null}
      />
      {list.error ? (
        <ErrorState error={list.error} onRetry={list.refetch} />
      ) : records.length > 0 ? (
        <div className="min-h-0 flex-1 overflow-auto" aria-busy={list.isPlaceholderData}>
          <RecordsTable
            crmModule={crmModule}
            records={records}
            lookups={lookups}
            sort={view.sort}
            onSort={(sort) => changeView({ sort })}
            preferences={preferences}
          />
          <LoadMore query={list} />
        </div>
      ) : isNarrowed ? (
        <EmptyState
          icon={<SearchX />}
          title={t("noMatch", { singular: crmModule.singular.toLowerCase(), conditions: conditions.join(", ") })}
          action={<Button onClick={() => changeView({ search: "", filters: [] })}>{t("clearFilters")}</Button>}
        />
      ) : (
        <EmptyState
          icon={<Inbox />}
          title={t("empty", { plural: crmModule.plural.toLowerCase() })}
          action={
            <Button variant="primary" asChild>
              <Link href={`/records/${crmModule.apiName}/new`}>
                {t("new", { singular: crmModule.singular.toLowerCase() })}
              </Link>
            </Button>
          }
        />
      )}
    </section>
  );
}
