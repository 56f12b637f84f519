"use client";

import type { LucideIcon } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { Tooltip } from "@/components/ui/tooltip";

/** One entry of the left navigation. */
export function NavigationLink({ href, label, Icon, collapsed, current, trailing }: NavigationLinkProps) {
  return (
    <Tooltip content={collapsed ? label : null} side="right">
      <Link
        href={href}
        aria-label={collapsed ? label : undefined}
        aria-current={current ? "page" : undefined}
        className={cn(
          "relative flex h-7.5 items-center gap-2.5 rounded-md text-[0.8125rem] font-medium text-muted-foreground transition-colors hover:bg-accent hover:text-foreground",
          collapsed ? "w-9 justify-center" : "px-2",
          current && "bg-accent text-foreground",
        )}
      >
        <Icon aria-hidden className="size-4 shrink-0" />
        {!collapsed && <span className="truncate">{label}</span>}
        {trailing}
      </Link>
    </Tooltip>
  );
}

interface NavigationLinkProps {
  href: string;
  label: string;
  Icon: LucideIcon;
  collapsed: boolean;
  current: boolean;
  trailing?: ReactNode;
}
