"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ArrowRight, CircleCheck } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ChangeList } from "@/components/editor/publish/change-list";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { useProblemText } from "@/components/editor/store/use-problem-text";
import { useSentence } from "@/components/editor/store/use-sentence";
import { useErrorSentence, useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import type { PublishPreview } from "@/server/automations/publish-preview";

/** What publishing changes, in words, and where people will find it; afterwards, the way to try it. */
export function PublishDialog() {
  const store = useEditorStore();
  const open = useEditor((state) => state.publishing);
  return open && <OpenPublishDialog onClose={() => store.getState().show({ publishing: false })} />;
}

function OpenPublishDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("editor.publish");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const sentence = useErrorSentence();
  const id = useEditor((state) => state.automationId);
  const [note, setNote] = useState("");
  const preview = useQuery(trpc.automations.publishPreview.queryOptions({ id }, { staleTime: 0, gcTime: 0 }));
  const publish = useMutation(
    trpc.automations.publish.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: trpc.automations.pathKey() }),
      onError: (error) => toast.error(sentence(error)),
    }),
  );
  const { data } = preview;
  const isBlocked = data?.diagnostics.some(({ severity }) => severity === "error") ?? true;
  if (publish.data && data) return <PublishedDialog number={publish.data.number} onClose={onClose} preview={data} />;
  const send = (paused: boolean) =>
    data && publish.mutate({ id, revision: data.revision, note: note.trim() || undefined, paused });
  return (
    <Dialog
      description={t("dialogHelp")}
      footer={
        <>
          <Button disabled={isBlocked || publish.isPending} onClick={() => send(true)}>
            {t("andPause")}
          </Button>
          <Button disabled={isBlocked} loading={publish.isPending} onClick={() => send(false)} variant="primary">
            {t("publishVersion", { number: data?.number ?? "…" })}
          </Button>
        </>
      }
      onOpenChange={(next) => !next && onClose()}
      open
      title={t("title")}
    >
      {preview.isError && <ErrorState error={preview.error} onRetry={() => preview.refetch()} />}
      {preview.isPending && <Skeleton className="h-40" />}
      {data && (
        <div className="space-y-4">
          <Section title={t("changes")}>
            <ChangeList changes={data.changes} />
          </Section>
          <Section title={t("where")}>
            <Places places={data.places} />
          </Section>
          {data.diagnostics.length > 0 && (
            <Section title={t("worthALook")}>
              <Problems diagnostics={data.diagnostics} />
            </Section>
          )}
          <Textarea
            aria-label={t("note")}
            maxLength={2_000}
            onChange={(event) => setNote(event.target.value)}
            placeholder={t("note")}
            rows={2}
            value={note}
          />
        </div>
      )}
    </Dialog>
  );
}

function PublishedDialog({
  number,
  preview,
  onClose,
}: {
  number: number;
  preview: PublishPreview;
  onClose: () => void;
}) {
  const t = useTranslations("editor.publish");
  const trpc = useTRPC();
  const modules = useEditor((state) => state.context.modules);
  const place = preview.places[0];
  const module = modules.find((candidate) => candidate.apiName === place?.module);
  const newest = useQuery(
    trpc.records.list.queryOptions({ module: module?.apiName ?? "", limit: 1 }, { enabled: module !== undefined }),
  ).data?.records[0];
  return (
    <Dialog
      footer={
        <>
          <Button onClick={onClose}>{t("stay")}</Button>
          {module && (
            <Button asChild variant="primary">
              <Link href={newest ? `/records/${module.apiName}/${newest.record.id}` : `/records/${module.apiName}`}>
                {t("tryIt", { record: module.singular.toLowerCase() })}
                <ArrowRight />
              </Link>
            </Button>
          )}
        </>
      }
      onOpenChange={(next) => !next && onClose()}
      open
      title={
        <span className="flex items-center gap-2">
          <CircleCheck className="size-5 text-state-succeeded" />
          {t("live", { number })}
        </span>
      }
    >
      <Places places={preview.places} />
    </Dialog>
  );
}

function Places({ places }: { places: PublishPreview["places"] }) {
  const sentence = useSentence();
  return (
    <ul className="space-y-1 text-sm">
      {places.map((place) => (
        <li key={place.nodeId}>{sentence(place.sentence)}</li>
      ))}
    </ul>
  );
}

function Problems({ diagnostics }: { diagnostics: PublishPreview["diagnostics"] }) {
  const problemText = useProblemText();
  return (
    <ul className="space-y-1 text-sm text-state-handled">
      {diagnostics.map((problem, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place in the list is what the row is
        <li key={`${problem.code}:${problem.nodeId}:${index}`}>{problemText(problem)}</li>
      ))}
    </ul>
  );
}

const Section = ({ title, children }: { title: string; children: React.ReactNode }) => (
  <section>
    <h3 className="mb-1.5 font-medium text-muted-foreground text-xs">{title}</h3>
    {children}
  </section>
);
