"use client";

import { SearchX } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

/** The address names a record type the workspace does not have. */
export function UnknownModule({ module }: { module: string }) {
  const t = useTranslations("records");
  return (
    <EmptyState
      icon={<SearchX />}
      title={t("unknownModule", { module })}
      action={
        <Button asChild>
          <Link href="/records">{t("allRecords")}</Link>
        </Button>
      }
    />
  );
}
