import { Skeleton } from "@/components/ui/skeleton";

/** The frame's shape, until we know who is there. */
export function ShellSkeleton() {
  return (
    <div className="flex h-screen" aria-busy="true">
      <div className="flex w-[200px] flex-col gap-2 border-r border-border bg-sidebar p-3">
        <Skeleton className="mb-3 h-6 w-28" />
        {["home", "records", "automations", "functions", "connections", "runs"].map((entry) => (
          <Skeleton key={entry} className="h-7" />
        ))}
      </div>
      <div className="flex-1">
        <div className="h-12 border-b border-border" />
        <div className="flex flex-col gap-3 p-6">
          <Skeleton className="h-6 w-48" />
          <Skeleton className="h-40" />
        </div>
      </div>
    </div>
  );
}
