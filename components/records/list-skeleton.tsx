import { Skeleton } from "@/components/ui/skeleton";

const ROWS = ["w-40", "w-32", "w-44", "w-36", "w-28", "w-40", "w-32", "w-44", "w-36", "w-28", "w-40", "w-32"];

/** Shaped like a list of records. */
export function ListSkeleton() {
  return (
    <div className="px-6" aria-hidden>
      <div className="mb-3 flex gap-2">
        <Skeleton className="h-8 w-64" />
        <Skeleton className="h-8 w-24" />
      </div>
      {ROWS.map((width, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike and never move
        <div key={row} className="flex h-10 items-center gap-8 border-b border-border/70">
          <Skeleton className={`h-3.5 ${width}`} />
          <Skeleton className="h-3.5 w-36" />
          <Skeleton className="h-3.5 w-48" />
          <Skeleton className="h-5 w-24 rounded-full" />
          <Skeleton className="h-5 w-20 rounded-full" />
        </div>
      ))}
    </div>
  );
}
