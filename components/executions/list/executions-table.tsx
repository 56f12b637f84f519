"use client";

import { useTranslations } from "next-intl";
import { ExecutionTableRow } from "@/components/executions/list/execution-table-row";
import { Table, TableBody, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { ExecutionRow } from "@/server/executions/list-executions";

/** The runs, one line each; a click opens the run. */
export function ExecutionsTable({ rows, chosen, onChoose }: ExecutionsTableProps) {
  const t = useTranslations("executions.columns");
  return (
    <Table className="min-w-[760px] table-fixed">
      <TableHead>
        <TableRow>
          <TableHeader className="w-46">{t("status")}</TableHeader>
          <TableHeader className="w-[14%]">{t("automation")}</TableHeader>
          <TableHeader>{t("outcome")}</TableHeader>
          <TableHeader className="w-[12%]">{t("record")}</TableHeader>
          <TableHeader className="hidden w-[9%] xl:table-cell">{t("startedBy")}</TableHeader>
          <TableHeader className="w-30">{t("started")}</TableHeader>
          <TableHeader className="w-20 text-right">{t("duration")}</TableHeader>
          <TableHeader className="hidden w-22 text-right xl:table-cell">{t("attempt")}</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <ExecutionTableRow key={row.id} row={row} isChosen={chosen.has(row.id)} onChoose={onChoose} />
        ))}
      </TableBody>
    </Table>
  );
}

interface ExecutionsTableProps {
  rows: ExecutionRow[];
  chosen: ReadonlySet<string>;
  /** Null where rows are not to be chosen. */
  onChoose: ((id: string) => void) | null;
}
