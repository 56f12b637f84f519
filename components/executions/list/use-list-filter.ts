"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useCallback, useMemo } from "react";
import { type ListFilter, readListFilter, writeListFilter } from "@/components/executions/list/list-filter";

/** The filter of the list, which lives in the address so that it can be shared and gone back to. */
export function useListFilter(): [ListFilter, (change: Partial<ListFilter>) => void] {
  const parameters = useSearchParams();
  const path = usePathname();
  const router = useRouter();
  const filter = useMemo(() => readListFilter(parameters), [parameters]);
  const change = useCallback(
    (part: Partial<ListFilter>) =>
      router.replace(`${path}${writeListFilter({ ...filter, ...part })}`, { scroll: false }),
    [router, path, filter],
  );
  return [filter, change];
}
