"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { FunctionPill } from "@/components/functions/function-pill";
import { Badge } from "@/components/ui/badge";
import { RelativeTime } from "@/components/ui/relative-time";
import { TableCell, TableRow } from "@/components/ui/table";
import { Tooltip } from "@/components/ui/tooltip";
import type { FunctionRow } from "@/server/functions/list-functions";

/** One function in the list; the row leads to its page. */
export function FunctionTableRow({ row }: { row: FunctionRow }) {
  const t = useTranslations("functions");
  const router = useRouter();
  const { id, name, description, signature, pill, usedBy, lastTest, lastFailure, updatedAt, updatedBy } = row;
  const parameters = signature.parameters.map((one) => `${one.name}${one.optional ? "?" : ""}`).join(", ");
  return (
    <TableRow onClick={() => router.push(`/functions/${id}`)}>
      <TableCell className="max-w-md">
        <Link href={`/functions/${id}`} className="font-mono font-medium" onClick={(event) => event.stopPropagation()}>
          {name || t("unnamed")}
          <span className="font-normal text-muted-foreground">({parameters})</span>
        </Link>
        {description && <p className="truncate text-xs text-muted-foreground">{description}</p>}
      </TableCell>
      <TableCell>
        <FunctionPill pill={pill} />
      </TableCell>
      <TableCell>
        {usedBy.length === 0 ? (
          <span className="text-muted-foreground">{t("notUsed")}</span>
        ) : (
          <Tooltip content={usedBy.map((use) => use.name).join(", ")}>
            <span>{t("usedIn", { count: usedBy.length })}</span>
          </Tooltip>
        )}
      </TableCell>
      <TableCell className="whitespace-nowrap">
        {lastTest ? (
          <span className="inline-flex items-center gap-2">
            <Badge tone={lastTest.result}>{t(`tested.${lastTest.result}`)}</Badge>
            <RelativeTime at={lastTest.at} className="text-muted-foreground" />
          </span>
        ) : (
          <span className="text-muted-foreground">{t("never")}</span>
        )}
      </TableCell>
      <TableCell className="whitespace-nowrap">
        {lastFailure ? (
          <Link
            href={`/executions/${lastFailure.executionId}`}
            onClick={(event) => event.stopPropagation()}
            className="text-state-failed underline-offset-4 hover:underline"
          >
            <RelativeTime at={lastFailure.at} />
          </Link>
        ) : (
          <span className="text-muted-foreground">{t("never")}</span>
        )}
      </TableCell>
      <TableCell className="whitespace-nowrap text-muted-foreground">
        <RelativeTime at={updatedAt} />
        {updatedBy && ` · ${updatedBy}`}
      </TableCell>
    </TableRow>
  );
}
