import { Skeleton } from "@/components/ui/skeleton";

const ROWS = Array.from({ length: 12 }, (_, row) => `row-${row}`);

/** The shape of the table while its first rows are on their way. */
export function ListSkeleton() {
  return (
    <div className="px-6">
      <div className="h-8 border-b border-border" />
      {ROWS.map((row) => (
        <div key={row} className="flex h-10 items-center gap-6 border-b border-border/70">
          <Skeleton className="h-4 w-20" />
          <Skeleton className="h-4 w-40" />
          <Skeleton className="h-4 flex-1" />
          <Skeleton className="h-4 w-28" />
          <Skeleton className="h-4 w-24" />
          <Skeleton className="h-4 w-16" />
        </div>
      ))}
    </div>
  );
}
