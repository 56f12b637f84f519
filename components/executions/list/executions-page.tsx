"use client";

import { useTranslations } from "next-intl";
import { useCallback, useState } from "react";
import { ExecutionsTable } from "@/components/executions/list/executions-table";
import { FilterBar } from "@/components/executions/list/filter-bar";
import { ListEmpty } from "@/components/executions/list/list-empty";
import { ListSkeleton } from "@/components/executions/list/list-skeleton";
import { RerunAll } from "@/components/executions/list/rerun-all";
import { useExecutionList } from "@/components/executions/list/use-execution-list";
import { useListFilter } from "@/components/executions/list/use-list-filter";
import { useMe } from "@/components/shell/use-me";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { PageHeader } from "@/components/ui/page-header";
import { TabPanel, Tabs } from "@/components/ui/tabs";

const NONE: ReadonlySet<string> = new Set();

/** The history: every run this person may see, newest first. */
export function ExecutionsPage() {
  const t = useTranslations("executions");
  const { role } = useMe();
  const [filter, change] = useListFilter();
  const { list, rows, count, fresh, showFresh } = useExecutionList(filter);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(NONE);
  const canRerun = filter.tab === "attention" || filter.status === "failed" || filter.status === "refused";
  const choose = useCallback(
    (id: string) =>
      setChosen((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id])),
    [],
  );
  return (
    <div className="flex h-full min-h-0 flex-col">
      <PageHeader title={role === "member" ? t("myTitle") : t("title")} description={t("description")} />
      <Tabs
        value={filter.tab}
        onChange={(tab) => change({ tab })}
        ariaLabel={t("tabs.label")}
        tabs={[
          { value: "all", label: t("tabs.all") },
          { value: "attention", label: t("tabs.attention") },
        ]}
        className="flex-1 [&>div:first-child]:px-4"
      >
        <TabPanel value={filter.tab} className="flex min-h-0 flex-col">
          <FilterBar
            filter={filter}
            onChange={change}
            count={count}
            actions={
              canRerun && (
                <RerunAll
                  filter={filter}
                  chosen={rows.filter(({ id }) => chosen.has(id)).map(({ id }) => id)}
                  count={count?.count ?? 0}
                  onDone={() => setChosen(NONE)}
                />
              )
            }
          />
          {fresh > 0 && (
            <div className="flex justify-center pb-2">
              <Button size="sm" variant="primary" onClick={() => void showFresh()} className="animate-pop rounded-full">
                {t("newRuns", { count: fresh })}
              </Button>
            </div>
          )}
          <div className="min-h-0 flex-1 overflow-y-auto" aria-busy={list.isFetching}>
            {list.isPending && <ListSkeleton />}
            {list.isError && <ErrorState error={list.error} onRetry={list.refetch} />}
            {list.isSuccess && rows.length === 0 && <ListEmpty filter={filter} onClear={clearOf(change)} />}
            {rows.length > 0 && <ExecutionsTable rows={rows} chosen={chosen} onChoose={canRerun ? choose : null} />}
            {list.hasNextPage && (
              <div className="flex justify-center py-4">
                <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                  {t("loadMore")}
                </Button>
              </div>
            )}
          </div>
        </TabPanel>
      </Tabs>
    </div>
  );
}

const clearOf = (change: ReturnType<typeof useListFilter>[1]) => () =>
  change({
    status: undefined,
    automation: undefined,
    trigger: undefined,
    mode: undefined,
    time: undefined,
    q: undefined,
  });
