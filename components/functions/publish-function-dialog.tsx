"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { PublishFunctionPreviewBody } from "@/components/functions/publish-function-preview";
import { RepublishResults } from "@/components/functions/republish-results";
import { useChosenCallers } from "@/components/functions/use-chosen-callers";
import { useRepublish } from "@/components/functions/use-republish";
import { useErrorSentence, useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import type { FunctionDetail } from "@/server/functions/get-function";
import type { RepublishedCaller } from "@/server/functions/republish-callers";

interface Done {
  version: number;
  results: RepublishedCaller[];
}

/** What publishing the draft changes, for whom, and who takes it at once; afterwards, what became of each. */
export function PublishFunctionDialog({ saved, onClose }: { saved: FunctionDetail; onClose: () => void }) {
  const t = useTranslations("functions.publish");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const sentence = useErrorSentence();
  const { id } = saved;
  const preview = useQuery(trpc.functions.publishPreview.queryOptions({ id }, { staleTime: 0, gcTime: 0 }));
  const publish = useMutation(trpc.functions.publish.mutationOptions());
  const [note, setNote] = useState("");
  const [done, setDone] = useState<Done | null>(null);
  const { data } = preview;
  const { chosen, onChoose } = useChosenCallers(data?.callers ?? []);
  const { republish, pending } = useRepublish(saved);
  const blocked = !data || data.problems.length > 0 || data.name !== null;

  const send = async () => {
    if (!data) return;
    try {
      const { version } = await publish.mutateAsync({ id, revision: data.revision, note: note.trim() || undefined });
      const results = chosen.size > 0 ? await republish([...chosen], version) : [];
      if (chosen.size === 0) await queries.invalidateQueries({ queryKey: trpc.functions.pathKey() });
      setDone({ version, results: results ?? [] });
    } catch (error) {
      toast.error(sentence(error));
      await preview.refetch();
    }
  };

  if (done) {
    return (
      <Dialog
        open
        onOpenChange={(open) => !open && onClose()}
        title={
          <span className="flex items-center gap-2">
            <CircleCheck aria-hidden className="size-5 text-state-succeeded" />
            {t("done", { name: saved.name, version: done.version })}
          </span>
        }
        description={t(done.results.length > 0 ? "doneRepublished" : "doneHelp")}
        footer={
          <Button variant="primary" onClick={onClose}>
            {t("close")}
          </Button>
        }
      >
        {done.results.length > 0 && <RepublishResults results={done.results} callers={data?.callers ?? []} />}
      </Dialog>
    );
  }
  return (
    <Dialog
      open
      size="lg"
      onOpenChange={(open) => !open && onClose()}
      title={t("title", { name: saved.name })}
      description={t("help")}
      footer={
        <Button variant="primary" disabled={blocked} loading={publish.isPending || pending} onClick={() => void send()}>
          {chosen.size > 0
            ? t("submitAndRepublish", { version: data?.number ?? 0, count: chosen.size })
            : t("submit", { version: data?.number ?? 0 })}
        </Button>
      }
    >
      {preview.isError && <ErrorState error={preview.error} onRetry={preview.refetch} />}
      {preview.isPending && <Skeleton className="h-40" />}
      {data && (
        <PublishFunctionPreviewBody
          preview={data}
          chosen={chosen}
          onChoose={onChoose}
          note={note}
          onNoteChange={setNote}
        />
      )}
    </Dialog>
  );
}
