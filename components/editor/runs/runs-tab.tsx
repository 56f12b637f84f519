"use client";

import { useQuery } from "@tanstack/react-query";
import { History } from "lucide-react";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { useTRPC } from "@/components/trpc";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import { StateGlyph } from "@/components/ui/state-glyph";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";

/** The newest runs of this automation; the whole history is a page of its own. */
export function RunsTab() {
  const t = useTranslations("editor.runs");
  const trpc = useTRPC();
  const store = useEditorStore();
  const format = useFormatter();
  const id = useEditor((state) => state.automationId);
  const runs = useQuery(trpc.executions.list.queryOptions({ filter: { automationId: id }, limit: 30 }));
  if (runs.isError) return <ErrorState error={runs.error} onRetry={runs.refetch} />;
  if (runs.isPending)
    return (
      <div className="space-y-2 p-6">
        {Array.from({ length: 8 }, (_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place in the list is what the row is
          <Skeleton className="h-9" key={row} />
        ))}
      </div>
    );
  if (runs.data.items.length === 0) {
    return (
      <EmptyState
        action={<Button onClick={() => store.getState().show({ tab: "canvas", testing: true })}>{t("testNow")}</Button>}
        icon={<History />}
        title={t("empty")}
      />
    );
  }
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="flex justify-end px-6 py-2">
        <Button asChild size="sm" variant="ghost">
          <Link href={`/executions?automation=${id}`}>{t("all")}</Link>
        </Button>
      </div>
      <Table>
        <TableHead>
          <tr>
            <TableHeader>{t("state")}</TableHeader>
            <TableHeader>{t("record")}</TableHeader>
            <TableHeader>{t("startedBy")}</TableHeader>
            <TableHeader>{t("started")}</TableHeader>
            <TableHeader>{t("duration")}</TableHeader>
          </tr>
        </TableHead>
        <TableBody>
          {runs.data.items.map((run) => (
            <TableRow key={run.id}>
              <TableCell>
                <Link className="flex items-center gap-2" href={`/executions/${run.id}`}>
                  <StateGlyph handledFailures={run.handledFailures} state={run.status} />
                  {run.mode === "test" && <Badge>{t("test")}</Badge>}
                </Link>
              </TableCell>
              <TableCell>{run.record?.name}</TableCell>
              <TableCell>{run.startedBy?.name}</TableCell>
              <TableCell>
                <RelativeTime at={run.startedAt ?? run.queuedAt} />
              </TableCell>
              <TableCell className="tabular-nums">
                {run.durationMs !== null &&
                  t("seconds", { seconds: format.number(run.durationMs / 1_000, { maximumFractionDigits: 2 }) })}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
