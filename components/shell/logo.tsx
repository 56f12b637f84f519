import { cn } from "@/components/ui/cn";

/** The mill wheel, with the name beside it unless `wordless`. */
export function Logo({ wordless = false, className }: { wordless?: boolean; className?: string }) {
  return (
    <span className={cn("inline-flex items-center gap-2", className)}>
      <svg viewBox="0 0 32 32" aria-hidden className="size-6 shrink-0 text-primary">
        <rect width="32" height="32" rx="8" fill="currentColor" />
        <g fill="none" stroke="#fff" strokeWidth="1.7" strokeLinecap="round">
          <circle cx="16" cy="16" r="7" strokeWidth="2.4" />
          <path d="M16 5.5v21M5.5 16h21M8.6 8.6l14.8 14.8M23.4 8.6 8.6 23.4" />
        </g>
        <circle cx="16" cy="16" r="2.6" fill="#fff" />
      </svg>
      <span className={cn("text-[0.9375rem] font-semibold tracking-tight", wordless && "sr-only")}>Millrace</span>
    </span>
  );
}
