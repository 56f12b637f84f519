"use client";

import { CircleHelp, Keyboard, ListChecks, Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useShellPanels } from "@/components/shell/shell-panels";
import { useChangePreferences } from "@/components/shell/use-change-preferences";
import { DropdownMenu, DropdownMenuItem } from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";

/** The "?" of every screen. */
export function HelpMenu({ side }: { side: "bottom" | "right" }) {
  const t = useTranslations("shell.help");
  const { show } = useShellPanels();
  const router = useRouter();
  const changePreferences = useChangePreferences();
  return (
    <DropdownMenu
      side={side}
      trigger={
        <IconButton label={t("label")} tooltipSide={side}>
          <CircleHelp />
        </IconButton>
      }
    >
      <DropdownMenuItem
        onSelect={() => {
          changePreferences({ restore: "first-run" });
          router.push("/");
        }}
      >
        <ListChecks aria-hidden />
        {t("firstSteps")}
      </DropdownMenuItem>
      <DropdownMenuItem onSelect={() => show("shortcuts")}>
        <Keyboard aria-hidden />
        {t("shortcuts")}
      </DropdownMenuItem>
      <DropdownMenuItem onSelect={() => show("palette")}>
        <Search aria-hidden />
        {t("find")}
      </DropdownMenuItem>
    </DropdownMenu>
  );
}
