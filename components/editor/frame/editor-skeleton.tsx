import { Skeleton } from "@/components/ui/skeleton";

/** The editor's shape while it loads. */
export const EditorSkeleton = () => (
  <div aria-busy className="flex h-full flex-col">
    <div className="flex h-12 items-center gap-3 border-border border-b px-4">
      <Skeleton className="h-4 w-56" />
      <Skeleton className="h-5 w-20 rounded-full" />
      <Skeleton className="ml-auto h-8 w-24" />
    </div>
    <div className="flex min-h-0 flex-1">
      <div className="w-65 space-y-2 border-border border-r p-3">
        {Array.from({ length: 9 }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place in the list is what the row is
          <Skeleton className="h-7" key={index} />
        ))}
      </div>
      <div className="flex flex-1 items-center justify-center gap-24">
        <Skeleton className="h-16 w-60 rounded-[10px]" />
        <Skeleton className="h-16 w-60 rounded-[10px]" />
      </div>
    </div>
  </div>
);
