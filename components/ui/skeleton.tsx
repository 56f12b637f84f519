import { cn } from "@/components/ui/cn";

/** A grey shape where content will be; give it the content's size. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={cn("animate-pulse rounded-md bg-muted motion-reduce:animate-none", className)} />;
}
