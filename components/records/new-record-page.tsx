"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { RecordForm } from "@/components/records/record-form";
import { RecordSkeleton } from "@/components/records/record-skeleton";
import { UnknownModule } from "@/components/records/unknown-module";
import { useCrmModule } from "@/components/records/use-crm-module";
import { usePageTitle } from "@/components/records/use-page-title";
import { useRecordDraft } from "@/components/records/use-record-draft";
import { useSaveRecord } from "@/components/records/use-save-record";
import { useUnsavedGuard } from "@/components/records/use-unsaved-guard";
import { ErrorState } from "@/components/ui/error-state";
import { PageHeader } from "@/components/ui/page-header";
import { toast } from "@/components/ui/toast";
import type { CrmModule } from "@/core/records/field-types";

/** A new record of one type. */
export function NewRecordPage({ module }: { module: string }) {
  const { query, crmModule } = useCrmModule(module);
  if (query.error) return <ErrorState error={query.error} onRetry={query.refetch} />;
  if (crmModule === null) return <UnknownModule module={module} />;
  return crmModule ? <NewRecord crmModule={crmModule} /> : <RecordSkeleton />;
}

function NewRecord({ crmModule }: { crmModule: CrmModule }) {
  const t = useTranslations("records");
  const router = useRouter();
  const draft = useRecordDraft(crmModule, null);
  const guard = useUnsavedGuard(draft.isDirty);
  const singular = crmModule.singular.toLowerCase();
  usePageTitle(t("new", { singular }));
  const list = `/records/${crmModule.apiName}`;
  const { save, isSaving } = useSaveRecord({
    module: crmModule.apiName,
    draft,
    onSaved: ({ record, name }) => {
      toast.success(t("wasCreated", { name }));
      router.push(`${list}/${record.id}`);
    },
  });
  return (
    <>
      <PageHeader breadcrumb={[{ href: list, label: crmModule.plural }]} title={t("new", { singular })} />
      <div className="px-6 pb-8">
        <div className="max-w-4xl rounded-xl border border-border bg-card shadow-card">
          <RecordForm
            crmModule={crmModule}
            draft={draft}
            lookups={{}}
            focus={crmModule.fields[0]?.apiName}
            isSaving={isSaving}
            onSave={() => void save()}
            onCancel={() => router.push(list)}
          />
        </div>
      </div>
      {guard}
    </>
  );
}
