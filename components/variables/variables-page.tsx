"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus, Variable } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { DeleteVariable } from "@/components/variables/delete-variable";
import { VariableDialog } from "@/components/variables/variable-dialog";
import { VariablesTable } from "@/components/variables/variables-table";
import type { ListedVariable } from "@/server/variables/list-variables";

/** The values that automations share. */
export function VariablesPage() {
  const t = useTranslations("variables");
  const trpc = useTRPC();
  const { data: variables, error, refetch } = useQuery(trpc.variables.list.queryOptions());
  const [editing, setEditing] = useState<ListedVariable | "new" | null>(null);
  const [deleting, setDeleting] = useState<ListedVariable | null>(null);
  const add = (
    <Button variant="primary" onClick={() => setEditing("new")}>
      <Plus aria-hidden />
      {t("add")}
    </Button>
  );
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} actions={add} />
      {error ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : !variables ? (
        <Skeleton className="mx-6 h-40" />
      ) : variables.length === 0 ? (
        <EmptyState icon={<Variable />} title={t("empty.title")} description={t("empty.description")} />
      ) : (
        <VariablesTable variables={variables} onEdit={setEditing} onDelete={setDeleting} />
      )}
      {editing && <VariableDialog variable={editing === "new" ? null : editing} onClose={() => setEditing(null)} />}
      {deleting && <DeleteVariable variable={deleting} onClose={() => setDeleting(null)} />}
    </>
  );
}
