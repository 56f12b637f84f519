import { Skeleton } from "@/components/ui/skeleton";

const FIELDS = ["w-40", "w-28", "w-48", "w-32", "w-40", "w-36", "w-24", "w-44", "w-32", "w-40", "w-28", "w-36"];

/** Shaped like a record's page. */
export function RecordSkeleton() {
  return (
    <div aria-hidden className="px-6 pt-5">
      <Skeleton className="h-3 w-16" />
      <Skeleton className="mt-2 mb-5 h-6 w-56" />
      <div className="grid max-w-5xl grid-cols-1 gap-x-8 rounded-xl border border-border bg-card p-5 md:grid-cols-2">
        {FIELDS.map((width, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the shapes never move
          <div key={index} className="flex h-9 items-center gap-3 border-b border-border/60">
            <Skeleton className="h-3.5 w-28" />
            <Skeleton className={`h-3.5 ${width}`} />
          </div>
        ))}
      </div>
    </div>
  );
}
