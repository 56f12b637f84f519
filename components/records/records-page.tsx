"use client";

import { Plus } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { ListSkeleton } from "@/components/records/list-skeleton";
import { RecordsList } from "@/components/records/records-list";
import { UnknownModule } from "@/components/records/unknown-module";
import { useCrmModule } from "@/components/records/use-crm-module";
import { usePageTitle } from "@/components/records/use-page-title";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { PageHeader } from "@/components/ui/page-header";

/** All records of one type: find, filter, sort, open, act. */
export function RecordsPage({ module }: { module: string }) {
  const t = useTranslations("records");
  const { query, crmModule } = useCrmModule(module);
  usePageTitle(crmModule?.plural);
  if (query.error) return <ErrorState error={query.error} onRetry={query.refetch} />;
  if (crmModule === null) return <UnknownModule module={module} />;
  return (
    <>
      <PageHeader
        title={crmModule?.plural ?? module}
        actions={
          crmModule && (
            <Button variant="primary" asChild>
              <Link href={`/records/${module}/new`}>
                <Plus aria-hidden />
                {t("new", { singular: crmModule.singular.toLowerCase() })}
              </Link>
            </Button>
          )
        }
      />
      {crmModule ? <RecordsList key={module} crmModule={crmModule} /> : <ListSkeleton />}
    </>
  );
}
