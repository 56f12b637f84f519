"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useCallback, useMemo } from "react";
import { type ListView, readListView, writeListView } from "@/components/records/list-view";
import type { CrmModule } from "@/core/records/field-types";

/** The view in the address, and a way to change a part of it. */
export function useListView(crmModule: CrmModule): [ListView, (change: Partial<ListView>) => void] {
  const pathname = usePathname();
  const params = useSearchParams();
  const view = useMemo(() => readListView(crmModule, new URLSearchParams(params)), [crmModule, params]);
  const change = useCallback(
    (part: Partial<ListView>) => {
      // Read anew: two changes may follow each other before the page is drawn again.
      const now = readListView(crmModule, new URLSearchParams(window.location.search));
      window.history.replaceState(null, "", `${pathname}${writeListView({ ...now, ...part })}`);
    },
    [crmModule, pathname],
  );
  return [view, change];
}
