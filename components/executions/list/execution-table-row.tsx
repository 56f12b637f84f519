"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { memo } from "react";
import { useHeadline } from "@/components/executions/headline-text";
import { useDuration } from "@/components/executions/use-duration";
import { useStartedBy } from "@/components/executions/use-started-by";
import { Badge } from "@/components/ui/badge";
import { Checkbox } from "@/components/ui/checkbox";
import { RelativeTime } from "@/components/ui/relative-time";
import { StateGlyph } from "@/components/ui/state-glyph";
import { TableCell, TableRow } from "@/components/ui/table";
import { shortId } from "@/core/execution/short-id";
import { isFinal } from "@/core/execution/statuses";
import type { ExecutionRow } from "@/server/executions/list-executions";

/** One run: how it stands, what came of it, on what, by whom, when and how long. */
export const ExecutionTableRow = memo(function ExecutionTableRow({ row, isChosen, onChoose }: RowProps) {
  const t = useTranslations("executions");
  const router = useRouter();
  const format = useFormatter();
  const headline = useHeadline();
  const duration = useDuration();
  const startedBy = useStartedBy();
  const href = `/executions/${row.id}`;
  const name = row.automation?.name ?? row.function?.name ?? `#${shortId(row.id)}`;
  const outcome = row.outcome
    ? headline(row.outcome)
    : row.secondTryAt
      ? t("outcome.secondTry", { at: format.dateTime(row.secondTryAt, { hour: "2-digit", minute: "2-digit" }) })
      : t(row.status === "waiting" ? "outcome.waiting" : "outcome.running");
  return (
    <TableRow onClick={(event) => !isInLink(event.target) && router.push(href)}>
      <TableCell className="whitespace-nowrap">
        {onChoose && isFinal(row.status) && (
          <Checkbox
            checked={isChosen}
            onCheckedChange={() => onChoose(row.id)}
            aria-label={t("choose", { id: shortId(row.id) })}
            className="mr-2 align-middle"
          />
        )}
        <Link
          href={href}
          aria-label={t("runTitle", { id: shortId(row.id) })}
          className="inline-flex rounded align-middle"
        >
          <StateGlyph state={row.status} handledFailures={row.handledFailures} className="text-xs" />
        </Link>
      </TableCell>
      <TableCell>
        <span className="flex min-w-0 items-center gap-2">
          <span className="truncate font-medium" title={name}>
            {name}
          </span>
          {row.mode === "test" && <Badge tone="outline">{t("test")}</Badge>}
        </span>
      </TableCell>
      <TableCell>
        <span className="flex min-w-0 items-center gap-2">
          <span className="truncate text-foreground/85" title={outcome}>
            {outcome}
          </span>
          {row.rerunId && (
            <Link href={`/executions/${row.rerunId}`}>
              <Badge tone="outline">{t("resolved")}</Badge>
            </Link>
          )}
        </span>
      </TableCell>
      <TableCell>
        {row.record && (
          <Link
            href={`/records/${row.record.module}/${row.record.id}`}
            className="block truncate rounded hover:underline"
            title={row.record.name}
          >
            {row.record.name}
          </Link>
        )}
      </TableCell>
      <TableCell className="hidden truncate text-muted-foreground xl:table-cell">{startedBy(row)}</TableCell>
      <TableCell className="whitespace-nowrap text-muted-foreground">
        <RelativeTime at={row.startedAt ?? row.queuedAt} />
      </TableCell>
      <TableCell className="text-right text-muted-foreground tabular-nums">
        {row.durationMs !== null && duration(row.durationMs)}
      </TableCell>
      <TableCell className="hidden text-right text-muted-foreground tabular-nums xl:table-cell">
        {row.attempt}
      </TableCell>
    </TableRow>
  );
});

interface RowProps {
  row: ExecutionRow;
  isChosen: boolean;
  /** Where rows can be chosen, to be run again together. */
  onChoose: ((id: string) => void) | null;
}

const isInLink = (target: EventTarget): boolean => target instanceof Element && target.closest("a, button") !== null;
