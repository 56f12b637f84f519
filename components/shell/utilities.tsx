"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { NoticeBell } from "@/components/notices/notice-bell";
import { HelpMenu } from "@/components/shell/help-menu";
import { PersonMenu } from "@/components/shell/person-menu";
import { useShellPanels } from "@/components/shell/shell-panels";
import { cn } from "@/components/ui/cn";
import { IconButton } from "@/components/ui/icon-button";

/**
 * Notices, help and the person's menu.
 *
 * @param vertical below the icons of the navigation, where there is no top bar; with the search then
 */
export function Utilities({ vertical = false }: { vertical?: boolean }) {
  const t = useTranslations("shell");
  const { show } = useShellPanels();
  return (
    <div className={cn("flex items-center gap-1", vertical && "flex-col")}>
      {vertical && (
        <IconButton label={t("searchHint")} tooltipSide="right" onClick={() => show("palette")}>
          <Search />
        </IconButton>
      )}
      <NoticeBell side={vertical ? "right" : "bottom"} />
      <HelpMenu side={vertical ? "right" : "bottom"} />
      <PersonMenu side={vertical ? "right" : "bottom"} />
    </div>
  );
}
