"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { MouseEvent } from "react";
import { FieldValue, isRightAligned } from "@/components/records/field-value";
import type { ListView } from "@/components/records/list-view";
import { RowMenu } from "@/components/records/row-menu";
import type { ListPreferences } from "@/components/records/use-list-preferences";
import { cn } from "@/components/ui/cn";
import { RelativeTime } from "@/components/ui/relative-time";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { CrmModule, CrmRecord } from "@/core/records/field-types";

export interface TableRecord {
  record: CrmRecord;
  name: string;
  revision: number;
  createdAt: Date;
}

interface RecordsTableProps {
  crmModule: CrmModule;
  records: TableRecord[];
  lookups: Record<string, string>;
  sort: ListView["sort"];
  onSort: (sort: ListView["sort"]) => void;
  preferences: ListPreferences;
}

/** The rows of a list; a click anywhere in a row opens the record. */
export function RecordsTable({ crmModule, records, lookups, sort, onSort, preferences }: RecordsTableProps) {
  const t = useTranslations("records");
  const router = useRouter();
  const { columns, isDense } = preferences;
  const header = (by: string, label: string, right = false) => (
    <SortHeader key={by} by={by} label={label} right={right} sort={sort} onSort={onSort} />
  );
  const open = (event: MouseEvent, href: string) => {
    const isControl = event.target instanceof Element && event.target.closest("a, button, [role=menuitem]");
    if (!isControl && !window.getSelection()?.toString()) router.push(href);
  };
  return (
    <Table className={isDense ? "[&_td]:h-8 [&_td]:py-0.5" : undefined}>
      <TableHead>
        <tr>
          {header("name", t("name"))}
          {columns.map((field) => header(field.apiName, field.label, isRightAligned(field.type)))}
          {header("createdAt", t("created"))}
          <TableHeader className="right-0 z-20 w-10">
            <span className="sr-only">{t("actions")}</span>
          </TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {records.map((row) => {
          const href = `/records/${crmModule.apiName}/${row.record.id}`;
          return (
            <TableRow key={row.record.id} onClick={(event) => open(event, href)} className="group">
              <TableCell className="max-w-64 truncate font-medium">
                <Link href={href} prefetch={false} className="rounded hover:underline">
                  {row.name}
                </Link>
              </TableCell>
              {columns.map((field) => (
                <TableCell
                  key={field.apiName}
                  className={cn("max-w-48 truncate", isRightAligned(field.type) && "text-right")}
                >
                  <FieldValue field={field} value={row.record[field.apiName]} lookups={lookups} compact />
                </TableCell>
              ))}
              <TableCell className="whitespace-nowrap text-muted-foreground">
                <RelativeTime at={row.createdAt} />
              </TableCell>
              <TableCell className="sticky right-0 w-10 bg-background py-0 group-hover:bg-transparent">
                <RowMenu crmModule={crmModule} row={row} />
              </TableCell>
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
}

interface SortHeaderProps {
  by: string;
  label: string;
  right: boolean;
  sort: ListView["sort"];
  onSort: (sort: ListView["sort"]) => void;
}

/** Click once for ascending, again for descending, a third time for newest first. */
function SortHeader({ by, label, right, sort, onSort }: SortHeaderProps) {
  const direction = sort?.by === by ? sort.direction : null;
  const next = direction === null ? "ascending" : direction === "ascending" ? "descending" : null;
  const Arrow = direction === "descending" ? ArrowDown : ArrowUp;
  return (
    <TableHeader aria-sort={direction ?? "none"} className={right ? "text-right" : undefined}>
      <button
        type="button"
        className={cn("inline-flex items-center gap-1 rounded hover:text-foreground", direction && "text-foreground")}
        onClick={() => onSort(next && { by, direction: next })}
      >
        {label}
        {direction && <Arrow aria-hidden className="size-3" />}
      </button>
    </TableHeader>
  );
}
