"use client";

import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import { type ListFilter, serverFilter } from "@/components/executions/list/list-filter";
import { useExecutionChanges } from "@/components/executions/use-execution-changes";
import { useTRPC, useTRPCClient } from "@/components/trpc";

/**
 * The rows of the list. Rows that are shown change by themselves; new ones are counted and come when asked for, so that
 * nothing moves under the pointer.
 */
export function useExecutionList(filter: ListFilter) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const asked = useMemo(() => serverFilter(filter, new Date()), [filter]);
  const [fresh, setFresh] = useState<{ asked: typeof asked; count: number } | null>(null);

  const listOptions = trpc.executions.list.infiniteQueryOptions(
    { filter: asked },
    { getNextPageParam: (page) => page.nextCursor, placeholderData: keepPreviousData },
  );
  const list = useInfiniteQuery(listOptions);
  const count = useQuery(trpc.executions.count.queryOptions({ filter: asked }, { placeholderData: keepPreviousData }));
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);

  const lookAgain = useCallback(async () => {
    const newest = await client.executions.list.query({ filter: asked });
    const byId = new Map(newest.items.map((row) => [row.id, row]));
    const shown = new Set<string>();
    queries.setQueryData(listOptions.queryKey, (data) => {
      if (!data) return data;
      return {
        ...data,
        pages: data.pages.map((page) => ({
          ...page,
          items: page.items.map((row) => {
            shown.add(row.id);
            return byId.get(row.id) ?? row;
          }),
        })),
      };
    });
    const unseen = newest.items.filter(({ id }) => !shown.has(id)).length;
    setFresh({ asked, count: unseen });
    if (shown.size === 0 && unseen > 0) await queries.invalidateQueries({ queryKey: listOptions.queryKey });
  }, [client, queries, asked, listOptions.queryKey]);
  useExecutionChanges(() => void lookAgain().catch(() => undefined));

  const showFresh = useCallback(async () => {
    setFresh(null);
    await Promise.all([list.refetch(), count.refetch()]);
  }, [list, count]);

  return { list, rows, count: count.data, fresh: fresh?.asked === asked ? fresh.count : 0, showFresh };
}
