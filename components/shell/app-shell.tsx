"use client";

import { useQuery } from "@tanstack/react-query";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect } from "react";
import { CommandPalette } from "@/components/shell/command-palette";
import { isEditor } from "@/components/shell/destinations";
import { HoldBanner } from "@/components/shell/hold-banner";
import { Navigation } from "@/components/shell/navigation";
import { RoleGate } from "@/components/shell/role-gate";
import { ShellPanelsProvider } from "@/components/shell/shell-panels";
import { ShellSkeleton } from "@/components/shell/shell-skeleton";
import { ShortcutSheet } from "@/components/shell/shortcut-sheet";
import { TopBar } from "@/components/shell/top-bar";
import { MeContext } from "@/components/shell/use-me";
import { useVisitTicks } from "@/components/shell/use-visit-ticks";
import { leaveForSignIn, useTRPC } from "@/components/trpc";
import { ErrorState } from "@/components/ui/error-state";

/** The frame of every page of a workspace: navigation, search, help and the person's menu. */
export function AppShell({ children }: { children: ReactNode }) {
  const trpc = useTRPC();
  const me = useQuery(trpc.users.me.queryOptions(undefined, { staleTime: 60_000 }));
  const isSignedOut = me.data === null;
  useEffect(() => {
    if (isSignedOut) leaveForSignIn();
  }, [isSignedOut]);
  if (me.isPending || isSignedOut) return <ShellSkeleton />;
  if (me.isError) return <ErrorState error={me.error} onRetry={me.refetch} className="h-screen" />;
  return (
    <MeContext value={me.data}>
      <ShellPanelsProvider>
        <Frame>{children}</Frame>
      </ShellPanelsProvider>
    </MeContext>
  );
}

function Frame({ children }: { children: ReactNode }) {
  const t = useTranslations("shell");
  const path = usePathname();
  useVisitTicks(path);
  return (
    <div className="flex h-screen min-w-0">
      <a
        href="#content"
        className="sr-only z-[70] rounded-md bg-primary px-3 py-2 text-primary-foreground focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {t("skipToContent")}
      </a>
      <Navigation />
      <div className="flex min-w-0 flex-1 flex-col">
        <HoldBanner />
        {!isEditor(path) && <TopBar />}
        <main id="content" tabIndex={-1} className="min-h-0 flex-1 overflow-y-auto outline-none">
          <RoleGate path={path}>{children}</RoleGate>
        </main>
      </div>
      <CommandPalette />
      <ShortcutSheet />
    </div>
  );
}
