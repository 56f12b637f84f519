"use client";

import { useQuery } from "@tanstack/react-query";
import { RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { VersionChanges } from "@/components/editor/versions/version-changes";
import { VersionDrawing } from "@/components/editor/versions/version-drawing";
import { useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import { sameMeaning } from "@/core/graph/document-changes";

type Shown = "before" | "draft" | "canvas" | "outline";

/**
 * One version: what it changed, in words; how it is drawn; and the way back to it.
 *
 * @param before the number of the version before it
 */
export function VersionView({ number, before }: { number: number; before: number | null }) {
  const t = useTranslations("editor.versions");
  const trpc = useTRPC();
  const store = useEditorStore();
  const id = useEditor((state) => state.automationId);
  const draft = useEditor((state) => state.document);
  const [shown, setShown] = useState<Shown>("before");
  const version = useQuery(
    trpc.automations.version.queryOptions({ id, number }, { staleTime: Number.POSITIVE_INFINITY }),
  );
  if (version.isError) return <ErrorState error={version.error} onRetry={version.refetch} />;
  if (!version.data) return <Skeleton className="m-6 h-40 flex-1" />;
  const { document } = version.data;

  const restore = () => {
    // The automation keeps its name: it is what people call it now.
    store.getState().edit(({ name }) => ({ ...document, name }));
    store.getState().show({ tab: "canvas" });
    toast.success(t("restored", { number }));
  };

  return (
    <section aria-label={t("version", { number })} className="flex min-h-0 min-w-0 flex-1 flex-col">
      <div className="flex min-h-11 shrink-0 flex-wrap items-center gap-2 border-border border-b px-4 py-1.5">
        <Select
          ariaLabel={t("show")}
          className="w-60 max-sm:w-40"
          onChange={setShown}
          options={[
            { value: "before", label: before === null ? t("allNew") : t("sinceBefore", { number: before }) },
            { value: "draft", label: t("againstDraft") },
            { value: "canvas", label: t("canvas") },
            { value: "outline", label: t("outline") },
          ]}
          size="sm"
          value={shown}
        />
        <Button className="ml-auto" disabled={sameMeaning(document, draft)} onClick={restore} size="sm">
          <RotateCcw aria-hidden />
          {t("restore")}
        </Button>
      </div>
      {shown === "before" && <VersionChanges after={document} before={before} />}
      {shown === "draft" && <VersionChanges after={draft} before={document} />}
      {(shown === "canvas" || shown === "outline") && <VersionDrawing as={shown} document={document} />}
    </section>
  );
}
