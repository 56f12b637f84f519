"use client";

import { Pencil, Trash2 } from "lucide-react";
import { useRouter, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConflictNotice } from "@/components/records/conflict-notice";
import { DeleteRecordDialog } from "@/components/records/delete-record-dialog";
import { PressBar } from "@/components/records/press/press-bar";
import { PressFailurePanel } from "@/components/records/press/press-failure-panel";
import type { LiveButton, PressResult } from "@/components/records/press/use-buttons";
import { RecordFields } from "@/components/records/record-fields";
import { RecordForm } from "@/components/records/record-form";
import { RecordTimeline } from "@/components/records/record-timeline";
import { useFlashes } from "@/components/records/use-flashes";
import { usePageTitle } from "@/components/records/use-page-title";
import { useRecordDraft } from "@/components/records/use-record-draft";
import { type SaveConflict, useSaveRecord } from "@/components/records/use-save-record";
import { useUnsavedGuard } from "@/components/records/use-unsaved-guard";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { PageHeader } from "@/components/ui/page-header";
import { RelativeTime } from "@/components/ui/relative-time";
import { toast } from "@/components/ui/toast";
import type { CrmModule, CrmRecord } from "@/core/records/field-types";

interface RecordViewProps {
  crmModule: CrmModule;
  read: {
    record: CrmRecord;
    name: string;
    revision: number;
    createdAt: Date;
    updatedAt: Date;
    lookups: Record<string, string>;
  };
}

/** A record that is there: reading, editing in place, pressing. */
export function RecordView({ crmModule, read }: RecordViewProps) {
  const t = useTranslations("records");
  const router = useRouter();
  const asked = useSearchParams().get("edit");
  const { record, name, revision, lookups } = read;
  usePageTitle(name);
  const list = `/records/${crmModule.apiName}`;

  // The field being edited first; "" edits without choosing one; null reads.
  const [editing, setEditing] = useState<string | null>(asked);
  const [conflict, setConflict] = useState<SaveConflict | null>(null);
  const [isDeleting, setDeleting] = useState(false);
  const [failed, setFailed] = useState<{ result: PressResult; button: LiveButton } | null>(null);
  const [flashes, flash] = useFlashes();
  const draft = useRecordDraft(crmModule, record);
  const isDirty = editing !== null && draft.isDirty;
  const guard = useUnsavedGuard(isDirty);

  const stopEditing = () => {
    setEditing(null);
    setConflict(null);
    draft.reset();
    if (asked !== null) window.history.replaceState(null, "", window.location.pathname);
  };
  const { save, isSaving } = useSaveRecord({
    module: crmModule.apiName,
    draft,
    onSaved: () => {
      toast.success(t("saved"));
      stopEditing();
    },
    onConflict: setConflict,
  });
  const saveAs = async (onRevision: number) => {
    if (draft.isDirty) return save({ id: record.id, revision: onRevision });
    stopEditing();
    return true;
  };

  const showResult = (result: PressResult, button: LiveButton): boolean => {
    flash(result.changed);
    setFailed(result.failure ? { result, button } : null);
    if (result.url) window.open(result.url, "_blank", "noopener");
    return result.failure !== null;
  };
  return (
    <>
      <PageHeader
        breadcrumb={[{ href: list, label: crmModule.plural }]}
        title={name}
        description={
          <>
            {t("changedAt")} <RelativeTime at={read.updatedAt} />
          </>
        }
        actions={
          <>
            <PressBar
              target={{ crmModule, recordId: record.id, recordName: name }}
              isDirty={isDirty}
              onSave={() => saveAs(revision)}
              onResult={showResult}
            />
            {editing === null && (
              <Button onClick={() => setEditing("")}>
                <Pencil aria-hidden />
                {t("edit")}
              </Button>
            )}
            <IconButton label={t("delete")} variant="outline" onClick={() => setDeleting(true)}>
              <Trash2 />
            </IconButton>
          </>
        }
      />
      <div className="flex flex-col gap-4 px-6 pb-8">
        {failed?.result.failure && (
          <PressFailurePanel
            {...failed}
            failure={failed.result.failure}
            crmModule={crmModule}
            onEdit={setEditing}
            onClose={() => setFailed(null)}
          />
        )}
        <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-[minmax(0,1fr)_22rem]">
          <section aria-label={t("fields")} className="rounded-xl border border-border bg-card shadow-card">
            {editing === null ? (
              <RecordFields
                crmModule={crmModule}
                record={record}
                lookups={lookups}
                flashes={flashes}
                onEdit={setEditing}
              />
            ) : (
              <RecordForm
                crmModule={crmModule}
                draft={draft}
                lookups={lookups}
                focus={editing || crmModule.fields[0]?.apiName}
                isSaving={isSaving}
                onSave={() => void saveAs(revision)}
                onCancel={stopEditing}
                notice={
                  conflict && (
                    <ConflictNotice
                      crmModule={crmModule}
                      conflict={conflict}
                      lookups={lookups}
                      onTakeTheirs={stopEditing}
                      onKeepMine={() => void saveAs(conflict.revision)}
                    />
                  )
                }
              />
            )}
          </section>
          <RecordTimeline crmModule={crmModule} recordId={record.id} />
        </div>
      </div>
      <DeleteRecordDialog
        crmModule={crmModule}
        record={{ id: record.id, name }}
        open={isDeleting}
        onOpenChange={setDeleting}
        onDeleted={() => router.push(list)}
      />
      {guard}
    </>
  );
}
