"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus, SquareFunction } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { FunctionTableRow } from "@/components/functions/function-table-row";
import { useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";

/** Every function: who uses it, when it was tested, when it failed. */
export function FunctionsPage() {
  const t = useTranslations("functions");
  const trpc = useTRPC();
  const { data: functions, error, refetch } = useQuery(trpc.functions.list.queryOptions());
  const newFunction = (
    <Button variant="primary" asChild>
      <Link href="/functions/new">
        <Plus aria-hidden />
        {t("new")}
      </Link>
    </Button>
  );
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} actions={newFunction} />
      {error ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : functions?.length === 0 ? (
        <EmptyState
          icon={<SquareFunction />}
          title={t("empty.title")}
          description={t("empty.description")}
          action={newFunction}
        />
      ) : (
        <Table>
          <TableHead>
            <tr>
              <TableHeader>{t("columns.name")}</TableHeader>
              <TableHeader>{t("columns.status")}</TableHeader>
              <TableHeader>{t("columns.usedIn")}</TableHeader>
              <TableHeader>{t("columns.lastTested")}</TableHeader>
              <TableHeader>{t("columns.lastFailed")}</TableHeader>
              <TableHeader>{t("columns.changed")}</TableHeader>
            </tr>
          </TableHead>
          <TableBody>
            {functions
              ? functions.map((row) => <FunctionTableRow key={row.id} row={row} />)
              : [1, 2, 3, 4].map((key) => (
                  <TableRow key={key}>
                    <TableCell colSpan={6}>
                      <Skeleton className="h-5 w-2/3" />
                    </TableCell>
                  </TableRow>
                ))}
          </TableBody>
        </Table>
      )}
    </>
  );
}
