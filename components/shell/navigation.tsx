"use client";

import { PanelLeftClose, PanelLeftOpen } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { AttentionCount } from "@/components/shell/attention-count";
import { destinationsOf, isEditor, isWithin } from "@/components/shell/destinations";
import { Logo } from "@/components/shell/logo";
import { NavigationLink } from "@/components/shell/navigation-link";
import { RecordTypeLinks } from "@/components/shell/record-type-links";
import { useCollapsed } from "@/components/shell/use-collapsed";
import { useMe } from "@/components/shell/use-me";
import { Utilities } from "@/components/shell/utilities";
import { cn } from "@/components/ui/cn";
import { IconButton } from "@/components/ui/icon-button";

/** The left navigation: 200 px, or 48 px of icons; always icons in the editor. */
export function Navigation() {
  const t = useTranslations("shell");
  const path = usePathname();
  const { role } = useMe();
  const [collapsedByChoice, setCollapsed] = useCollapsed();
  const inEditor = isEditor(path);
  const collapsed = collapsedByChoice || inEditor;
  return (
    <nav
      aria-label={t("navigation")}
      className={cn(
        "flex shrink-0 flex-col border-r border-border bg-sidebar",
        collapsed ? "w-12 items-center" : "w-[200px]",
      )}
    >
      <div className={cn("flex h-12 w-full shrink-0 items-center", collapsed ? "justify-center" : "px-3")}>
        <Link href="/" aria-label={t("places.home")} className="rounded-md">
          <Logo wordless={collapsed} />
        </Link>
      </div>
      <ul
        className={cn(
          "flex min-h-0 w-full flex-1 flex-col gap-0.5 overflow-y-auto py-1",
          collapsed ? "px-1.5" : "px-2",
        )}
      >
        {destinationsOf(role)
          .filter(({ key }) => key !== "people" && key !== "outbox" && key !== "limits")
          .map((destination) => (
            <li key={destination.key}>
              <NavigationLink
                href={destination.href}
                label={t(`places.${destination.key}`)}
                Icon={destination.Icon}
                collapsed={collapsed}
                current={isWithin(path, destination.href) && (destination.key !== "records" || collapsed)}
                trailing={destination.key === "runs" ? <AttentionCount collapsed={collapsed} /> : undefined}
              />
              {destination.key === "records" && !collapsed && <RecordTypeLinks path={path} />}
            </li>
          ))}
      </ul>
      <div className={cn("flex w-full shrink-0 flex-col gap-1 p-2", collapsed && "items-center")}>
        {inEditor ? (
          <Utilities vertical />
        ) : (
          <IconButton
            label={collapsed ? t("expand") : t("collapse")}
            tooltipSide="right"
            onClick={() => setCollapsed(!collapsedByChoice)}
          >
            {collapsed ? <PanelLeftOpen /> : <PanelLeftClose />}
          </IconButton>
        )}
      </div>
    </nav>
  );
}
