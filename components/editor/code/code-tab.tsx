"use client";

import { Download, OctagonAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { Canvas } from "@/components/editor/canvas/canvas";
import { CodeLines } from "@/components/editor/code/code-lines";
import { useCode } from "@/components/editor/code/use-code";
import { useEditorStore } from "@/components/editor/store/editor-context";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { fileNameOf, saveText } from "@/components/ui/save-text";
import { Select } from "@/components/ui/select";

/** What the automation compiles to, beside its drawing: pointing at one lights the other. */
export function CodeTab({ liveNumber }: { liveNumber: number | null }) {
  const t = useTranslations("editor.code");
  const store = useEditorStore();
  const [which, setWhich] = useState<"draft" | "live">("draft");
  const code = useCode(which);
  const choices = useMemo(
    () => [
      { value: "draft" as const, label: t("fromDraft", { revision: code.revision }) },
      ...(liveNumber === null ? [] : [{ value: "live" as const, label: t("fromLive", { number: liveNumber }) }]),
    ],
    [t, code.revision, liveNumber],
  );
  return (
    <div className="flex min-h-0 flex-1">
      <section aria-label={t("label")} className="flex min-w-0 flex-1 flex-col border-border border-r">
        <div className="flex h-11 shrink-0 items-center gap-2 border-border border-b px-4">
          <span className="text-muted-foreground text-xs">{t("compiledFrom")}</span>
          <Select
            ariaLabel={t("compiledFrom")}
            className="w-44"
            onChange={setWhich}
            options={choices}
            size="sm"
            value={which}
          />
          <Button
            className="ml-auto"
            disabled={!code.typescript}
            onClick={() =>
              code.typescript && saveText(fileNameOf(store.getState().document.name, "ts"), code.typescript)
            }
            size="sm"
          >
            <Download />
            {t("download")}
          </Button>
        </div>
        {code.typescript ? (
          <CodeLines lineMap={code.lineMap} typescript={code.typescript} />
        ) : (
          <EmptyState
            action={
              <Button onClick={() => store.getState().show({ tab: "canvas", runOpen: true, runTab: "problems" })}>
                {t("showProblems")}
              </Button>
            }
            description={t("problemsHelp")}
            icon={<OctagonAlert />}
            title={t("problems")}
          />
        )}
      </section>
      <div className="flex w-2/5 min-w-80">
        <Canvas readOnly />
      </div>
    </div>
  );
}
