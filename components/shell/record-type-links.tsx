"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { isWithin } from "@/components/shell/destinations";
import { useTRPC } from "@/components/trpc";
import { cn } from "@/components/ui/cn";
import { Skeleton } from "@/components/ui/skeleton";

/** The record types, beneath "Records". */
export function RecordTypeLinks({ path }: { path: string }) {
  const trpc = useTRPC();
  const { data: modules, isError } = useQuery(trpc.records.modules.queryOptions(undefined, { staleTime: 60_000 }));
  if (isError) return null;
  return (
    <ul className="mt-0.5 ml-4 flex flex-col gap-px border-l border-border pl-2">
      {modules
        ? modules.map(({ apiName, plural }) => {
            const href = `/records/${apiName}`;
            const current = isWithin(path, href);
            return (
              <li key={apiName}>
                <Link
                  href={href}
                  aria-current={current ? "page" : undefined}
                  className={cn(
                    "flex h-7 items-center truncate rounded-md px-2 text-[0.8125rem] text-muted-foreground transition-colors hover:bg-accent hover:text-foreground",
                    current && "bg-accent font-medium text-foreground",
                  )}
                >
                  {plural}
                </Link>
              </li>
            );
          })
        : ["1", "2", "3"].map((row) => <Skeleton key={row} className="mx-2 my-1.5 h-4" />)}
    </ul>
  );
}
