import { Skeleton } from "@/components/ui/skeleton";

/** The shape of a run's page while it is on its way. */
export function RunSkeleton() {
  return (
    <div className="flex h-full flex-col">
      <div className="px-6 pt-4 pb-3">
        <Skeleton className="h-3 w-40" />
        <Skeleton className="mt-2 h-6 w-80" />
        <Skeleton className="mt-2 h-4 w-[30rem]" />
      </div>
      <div className="px-6 pb-3">
        <Skeleton className="h-32 w-full" />
      </div>
      <div className="grid min-h-0 flex-1 grid-cols-[280px_1fr] gap-px border-t border-border xl:grid-cols-[320px_1fr_420px]">
        <div className="space-y-3 p-4">
          <Skeleton className="h-9 w-full" />
          <Skeleton className="h-9 w-full" />
          <Skeleton className="h-9 w-full" />
        </div>
        <Skeleton className="h-full rounded-none" />
        <div className="hidden space-y-3 p-4 xl:block">
          <Skeleton className="h-6 w-48" />
          <Skeleton className="h-64 w-full" />
        </div>
      </div>
    </div>
  );
}
