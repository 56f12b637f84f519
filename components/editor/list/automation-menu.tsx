"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { MoreHorizontal } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { RenameDialog } from "@/components/editor/list/rename-dialog";
import { useErrorSentence, useTRPC } from "@/components/trpc";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DropdownMenu, DropdownMenuItem, DropdownMenuSeparator } from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import { fileNameOf, saveText } from "@/components/ui/save-text";
import { toast } from "@/components/ui/toast";
import { writeDocument } from "@/core/graph/write-document";
import type { AutomationRow } from "@/server/automations/list-automations";

/** Rename, duplicate, download, pause and delete. */
export function AutomationMenu({ automation }: { automation: AutomationRow }) {
  const t = useTranslations("editor.list");
  const trpc = useTRPC();
  const router = useRouter();
  const queries = useQueryClient();
  const sentence = useErrorSentence();
  const [asking, setAsking] = useState<"rename" | "delete" | null>(null);
  const { id, name, pill } = automation;
  const settled = {
    onSuccess: () => queries.invalidateQueries({ queryKey: trpc.automations.pathKey() }),
    onError: (error: unknown) => toast.error(sentence(error)),
  };
  const pause = useMutation(trpc.automations.pause.mutationOptions(settled));
  const resume = useMutation(trpc.automations.resume.mutationOptions(settled));
  const remove = useMutation(trpc.automations.delete.mutationOptions(settled));
  const duplicate = useMutation(
    trpc.automations.duplicate.mutationOptions({
      ...settled,
      onSuccess: (copy) => router.push(`/automations/${copy.id}`),
    }),
  );
  const download = async () => {
    try {
      const document = await queries.fetchQuery(trpc.automations.export.queryOptions({ id }, { staleTime: 0 }));
      saveText(fileNameOf(name, "json"), writeDocument(document), "application/json");
    } catch (error) {
      toast.error(sentence(error));
    }
  };
  const isLive = pill.state === "live" || pill.state === "changed";
  return (
    // The row is a link of its own; what happens in its menu is not a click on it.
    // biome-ignore lint/a11y/noStaticElementInteractions: for the pointer alone; the keyboard has its own way
    <div
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => event.stopPropagation()}
      role="presentation"
    >
      <DropdownMenu
        trigger={
          <IconButton label={t("menuOf", { name })} size="sm">
            <MoreHorizontal />
          </IconButton>
        }
      >
        <DropdownMenuItem onSelect={() => setAsking("rename")}>{t("rename")}</DropdownMenuItem>
        <DropdownMenuItem onSelect={() => duplicate.mutate({ id, name: t("copyOf", { name }).slice(0, 120) })}>
          {t("duplicate")}
        </DropdownMenuItem>
        <DropdownMenuItem onSelect={download}>{t("download")}</DropdownMenuItem>
        {isLive && <DropdownMenuItem onSelect={() => pause.mutate({ id })}>{t("pause")}</DropdownMenuItem>}
        {pill.state === "paused" && (
          <DropdownMenuItem onSelect={() => resume.mutate({ id })}>{t("resume")}</DropdownMenuItem>
        )}
        <DropdownMenuSeparator />
        <DropdownMenuItem danger onSelect={() => setAsking("delete")}>
          {t("delete")}
        </DropdownMenuItem>
      </DropdownMenu>
      <RenameDialog
        id={id}
        name={name}
        onOpenChange={(open) => setAsking(open ? "rename" : null)}
        open={asking === "rename"}
      />
      <ConfirmDialog
        confirmLabel={t("delete")}
        danger
        description={isLive ? t("deleteLiveHelp") : t("deleteHelp")}
        onConfirm={() => remove.mutateAsync({ id, ...(isLive && { force: true }) })}
        onOpenChange={(open) => setAsking(open ? "delete" : null)}
        open={asking === "delete"}
        title={t("deleteTitle", { name })}
      />
    </div>
  );
}
