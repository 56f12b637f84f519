"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useShellPanels } from "@/components/shell/shell-panels";
import { Utilities } from "@/components/shell/utilities";
import { Kbd } from "@/components/ui/kbd";

/** Search on the left, help and person on the right. */
export function TopBar() {
  const t = useTranslations("shell");
  const { show } = useShellPanels();
  return (
    <header className="flex h-12 shrink-0 items-center gap-3 border-b border-border px-6 max-sm:px-3">
      <button
        type="button"
        onClick={() => show("palette")}
        className="flex h-8 w-72 min-w-0 items-center gap-2 rounded-md border border-border bg-card px-2.5 text-[0.8125rem] text-muted-foreground shadow-card transition-colors hover:border-input"
      >
        <Search aria-hidden className="size-3.5 shrink-0" />
        <span className="truncate">{t("searchHint")}</span>
        <span className="ml-auto flex shrink-0 gap-0.5 max-sm:hidden">
          <Kbd>Ctrl</Kbd>
          <Kbd>K</Kbd>
        </span>
      </button>
      <div className="ml-auto shrink-0">
        <Utilities />
      </div>
    </header>
  );
}
