import { Globe, type LucideIcon, Mails, Plug } from "lucide-react";
import { cn } from "@/components/ui/cn";
import { findService } from "@/core/services/catalogue";

/** A service's sign on a white tile; a globe for a custom one. */
export function ServiceIcon({ serviceKey, className }: { serviceKey: string | null; className?: string }) {
  const service = serviceKey === null ? null : findService(serviceKey);
  const Icon = serviceKey === null ? Globe : (ICONS[service?.icon ?? ""] ?? Plug);
  return (
    <span
      aria-hidden
      className={cn(
        "flex size-9 shrink-0 items-center justify-center rounded-lg border border-border bg-card text-category-services shadow-card [&_svg]:size-4.5",
        className,
      )}
    >
      <Icon />
    </span>
  );
}

/** By the icon names that services of the catalogue use. */
const ICONS: Record<string, LucideIcon | undefined> = { mails: Mails };
