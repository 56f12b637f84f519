"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

/** The top of a page: where it is, what it is, what can be done. */
export function PageHeader({ breadcrumb = [], title, status, description, actions, className }: PageHeaderProps) {
  const t = useTranslations("ui");
  return (
    <header className={cn("flex min-h-14 flex-wrap items-center gap-x-4 gap-y-2 px-6 pt-4 pb-3", className)}>
      <div className="min-w-0 flex-1 max-sm:basis-full">
        {breadcrumb.length > 0 && (
          <nav aria-label={t("breadcrumb")} className="mb-0.5">
            <ol className="flex items-center gap-1.5 text-xs text-muted-foreground">
              {breadcrumb.map((crumb, position) => (
                <li key={crumb.href} className="flex min-w-0 items-center gap-1.5">
                  {position > 0 && <span aria-hidden>/</span>}
                  <Link href={crumb.href} className="truncate rounded hover:text-foreground">
                    {crumb.label}
                  </Link>
                </li>
              ))}
            </ol>
          </nav>
        )}
        <div className="flex min-w-0 items-center gap-x-2.5 gap-y-1 max-sm:flex-wrap">
          <h1 className="truncate text-lg font-semibold tracking-tight">{title}</h1>
          {status}
        </div>
        {description && <p className="mt-0.5 text-[0.8125rem] text-muted-foreground">{description}</p>}
      </div>
      {actions && <div className="flex shrink-0 flex-wrap items-center gap-2 max-sm:shrink">{actions}</div>}
    </header>
  );
}

interface PageHeaderProps {
  breadcrumb?: readonly { href: string; label: string }[];
  title: ReactNode;
  /** Beside the title: a badge, a state. */
  status?: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  className?: string;
}
