"use client";

import { useQuery } from "@tanstack/react-query";
import { Command } from "cmdk";
import { Rows3, Workflow } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Dialog as Radix } from "radix-ui";
import { useState } from "react";
import { destinationsOf } from "@/components/shell/destinations";
import { PaletteGroup } from "@/components/shell/palette-group";
import { useShellPanels } from "@/components/shell/shell-panels";
import { useMe } from "@/components/shell/use-me";
import { useTRPC } from "@/components/trpc";
import { roleAllows } from "@/core/users/roles";

/** Ctrl+K: pages, record types and automations by name. */
export function CommandPalette() {
  const t = useTranslations("shell");
  const { open, show } = useShellPanels();
  return (
    <Radix.Root open={open === "palette"} onOpenChange={(next) => show(next ? "palette" : null)}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-50 bg-black/40 dark:bg-black/60" />
        <Radix.Content
          aria-describedby={undefined}
          className="fixed top-[14vh] left-1/2 z-50 w-[calc(100vw-2rem)] max-w-xl -translate-x-1/2 overflow-hidden rounded-xl border border-border bg-popover text-popover-foreground shadow-raised data-[state=open]:animate-pop"
        >
          <Radix.Title className="sr-only">{t("palette.title")}</Radix.Title>
          <Choices close={() => show(null)} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Mounted while the palette is open, so it asks for fresh names each time. */
function Choices({ close }: { close: () => void }) {
  const t = useTranslations("shell");
  const trpc = useTRPC();
  const router = useRouter();
  const { role } = useMe();
  const [text, setText] = useState("");
  const modules = useQuery(trpc.records.modules.queryOptions(undefined, { staleTime: 60_000 }));
  const automations = useQuery(trpc.automations.list.queryOptions({}, { enabled: roleAllows(role, "builder") }));
  const go = (href: string) => {
    close();
    router.push(href);
  };
  return (
    <Command label={t("palette.title")}>
      <Command.Input
        autoFocus
        value={text}
        onValueChange={setText}
        placeholder={t("palette.placeholder")}
        className="h-12 w-full border-b border-border bg-transparent px-4 text-[0.9375rem] outline-none placeholder:text-muted-foreground"
      />
      <Command.List className="max-h-[50vh] overflow-y-auto p-1.5">
        <Command.Empty className="px-3 py-8 text-center text-[0.8125rem] text-muted-foreground">
          {t("palette.empty", { text })}
        </Command.Empty>
        <PaletteGroup
          heading={t("palette.pages")}
          onGo={go}
          items={destinationsOf(role)
            .filter(({ key }) => key !== "records")
            .map(({ key, href, Icon }) => ({ href, text: t(`places.${key}`), Icon }))}
        />
        <PaletteGroup
          heading={t("places.records")}
          onGo={go}
          items={(modules.data ?? []).map(({ apiName, plural }) => ({
            href: `/records/${apiName}`,
            text: plural,
            Icon: Rows3,
          }))}
        />
        <PaletteGroup
          heading={t("places.automations")}
          onGo={go}
          items={(automations.data ?? []).map(({ id, name }) => ({
            href: `/automations/${id}`,
            text: name,
            Icon: Workflow,
          }))}
        />
      </Command.List>
    </Command>
  );
}
