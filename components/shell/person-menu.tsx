"use client";

import { useMutation } from "@tanstack/react-query";
import { CircleUser, LogOut, Monitor, Moon, SlidersHorizontal, Sun, Users } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import { useMe } from "@/components/shell/use-me";
import {
  DropdownMenu,
  DropdownMenuChoice,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
} from "@/components/ui/dropdown-menu";
import { toast } from "@/components/ui/toast";
import { signOut } from "@/components/users/sign-out";
import { roleAllows } from "@/core/users/roles";

/** Account, people, limits, theme, sign out. */
export function PersonMenu({ side }: { side: "bottom" | "right" }) {
  const t = useTranslations("shell.person");
  const ui = useTranslations("ui");
  const me = useMe();
  const { theme = "system", setTheme } = useTheme();
  const leave = useMutation({ mutationFn: signOut, onError: () => toast.error(ui("unreachable")) });
  return (
    <DropdownMenu
      side={side}
      className="w-56"
      trigger={
        <button
          type="button"
          aria-label={t("label", { name: me.name })}
          className="ml-1 flex size-7 items-center justify-center rounded-full bg-primary/12 text-xs font-semibold text-primary hover:bg-primary/20 dark:bg-primary/30 dark:text-foreground"
        >
          {initialsOf(me.name)}
        </button>
      }
    >
      <DropdownMenuLabel className="font-normal">
        <span className="block truncate text-sm font-medium text-foreground">{me.name}</span>
        <span className="block truncate">{me.email}</span>
        <span className="mt-0.5 block truncate">{t(`roles.${me.role}`)}</span>
      </DropdownMenuLabel>
      <DropdownMenuSeparator />
      <DropdownMenuItem asChild>
        <Link href="/account">
          <CircleUser aria-hidden />
          {t("account")}
        </Link>
      </DropdownMenuItem>
      {roleAllows(me.role, "administrator") && (
        <>
          <DropdownMenuItem asChild>
            <Link href="/people">
              <Users aria-hidden />
              {t("people")}
            </Link>
          </DropdownMenuItem>
          <DropdownMenuItem asChild>
            <Link href="/settings/limits">
              <SlidersHorizontal aria-hidden />
              {t("limits")}
            </Link>
          </DropdownMenuItem>
        </>
      )}
      <DropdownMenuSeparator />
      <DropdownMenuLabel>{t("theme")}</DropdownMenuLabel>
      <DropdownMenuChoice
        value={theme}
        onChange={setTheme}
        options={[
          { value: "light", label: t("light"), icon: <Sun aria-hidden /> },
          { value: "dark", label: t("dark"), icon: <Moon aria-hidden /> },
          { value: "system", label: t("system"), icon: <Monitor aria-hidden /> },
        ]}
      />
      <DropdownMenuSeparator />
      <DropdownMenuItem onSelect={() => leave.mutate()}>
        <LogOut aria-hidden />
        {t("signOut")}
      </DropdownMenuItem>
    </DropdownMenu>
  );
}

const initialsOf = (name: string) =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 2)
    .map((word) => Array.from(word)[0]?.toUpperCase() ?? "")
    .join("");
