"use client";

import { skipToken, useQuery } from "@tanstack/react-query";
import { RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SourceDiff } from "@/components/functions/source-diff";
import type { FunctionDraft } from "@/components/functions/use-function-draft";
import { useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { CodeEditor } from "@/components/ui/code-editor";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";

interface VersionViewProps {
  functionId: string;
  number: number;
  /** Of all versions. */
  numbers: readonly number[];
  draft: FunctionDraft;
  onRestored: () => void;
}

/** One version: its code, or what differs between it and another or the draft; and the way back to it. */
export function VersionView({ functionId, number, numbers, draft, onRestored }: VersionViewProps) {
  const t = useTranslations("functions.versions");
  const trpc = useTRPC();
  /** "" shows the code alone, "draft" and "3" what differs. */
  const [other, setOther] = useState("");
  const sourceOf = (of: number | null) =>
    trpc.functions.version.queryOptions(of === null ? skipToken : { id: functionId, number: of }, {
      staleTime: Number.POSITIVE_INFINITY,
    });
  const { data: version } = useQuery(sourceOf(number));
  const { data: compared } = useQuery(sourceOf(/^\d+$/.test(other) ? Number(other) : null));
  const against = other === "draft" ? draft.source : compared?.source;

  const restore = () => {
    if (!version) return;
    draft.setSource(version.source);
    toast.success(t("restored", { number }));
    onRestored();
  };

  return (
    <section aria-label={t("version", { number })} className="flex min-w-0 flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <h2 className="text-sm font-medium">{t("version", { number })}</h2>
        <Select
          size="sm"
          ariaLabel={t("show")}
          className="w-60"
          value={other || "code"}
          options={[
            { value: "code", label: t("code") },
            { value: "draft", label: t("againstDraft") },
            ...numbers
              .filter((one) => one !== number)
              .map((one) => ({ value: String(one), label: t("against", { number: one }) })),
          ]}
          onChange={(next) => setOther(next === "code" ? "" : next)}
        />
        <Button size="sm" className="ml-auto" disabled={!version || version.source === draft.source} onClick={restore}>
          <RotateCcw aria-hidden />
          {t("restore")}
        </Button>
      </div>
      {!version || (other !== "" && against === undefined) ? (
        <Skeleton className="h-40" />
      ) : other === "" ? (
        <CodeEditor value={version.source} readOnly ariaLabel={t("codeOf", { number })} maxHeight="70vh" />
      ) : (
        <Compared number={number} source={version.source} other={other} against={against ?? ""} />
      )}
    </section>
  );
}

/** The older one stands before. */
function Compared(props: { number: number; source: string; other: string; against: string }) {
  const { number, source, other, against } = props;
  const isOlder = other === "draft" || Number(other) > number;
  return (
    <SourceDiff
      before={isOlder ? source : against}
      after={isOlder ? against : source}
      className="max-h-[70vh] bg-card"
    />
  );
}
