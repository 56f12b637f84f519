import { Skeleton } from "@/components/ui/skeleton";

/** The list's shape while it loads. */
export const ListSkeleton = () => (
  <div aria-busy className="px-6">
    {Array.from({ length: 6 }, (_, row) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the place in the list is what the row is
      <div className="flex h-14 items-center gap-6 border-border/70 border-b" key={row}>
        <Skeleton className="size-10 rounded-lg" />
        <Skeleton className="h-4 w-64" />
        <Skeleton className="ml-auto h-5 w-24 rounded-full" />
        <Skeleton className="h-4 w-28" />
        <Skeleton className="h-4 w-20" />
      </div>
    ))}
  </div>
);
