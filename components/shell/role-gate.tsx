"use client";

import { Lock } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { roleForPath } from "@/components/shell/destinations";
import { useMe } from "@/components/shell/use-me";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { roleAllows } from "@/core/users/roles";

/** Says why a page is not for this person, instead of showing one that cannot load. The server refuses by itself. */
export function RoleGate({ path, children }: { path: string; children: ReactNode }) {
  const t = useTranslations("shell");
  const { role } = useMe();
  const needed = roleForPath(path);
  if (roleAllows(role, needed)) return children;
  return (
    <EmptyState
      icon={<Lock aria-hidden />}
      title={<h1>{t("notForYou.title")}</h1>}
      description={t("notForYou.description", { role: needed })}
      action={
        <Button asChild>
          <Link href="/">{t("notForYou.home")}</Link>
        </Button>
      }
      className="h-full"
    />
  );
}
