"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Mail } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/components/trpc";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { FileChips } from "@/components/ui/file-chips";
import { PageHeader } from "@/components/ui/page-header";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { shortId } from "@/core/execution/short-id";
import type { ListedMail } from "@/server/mails/list-mails";

/** Every mail of an automation and what became of it. */
export function OutboxPage() {
  const t = useTranslations("mails");
  const trpc = useTRPC();
  const pages = useInfiniteQuery(
    trpc.mails.list.infiniteQueryOptions({}, { getNextPageParam: ({ nextCursor }) => nextCursor }),
  );
  if (pages.isError) return <ErrorState error={pages.error} onRetry={pages.refetch} />;
  const mails = pages.data?.pages.flatMap((page) => page.mails) ?? [];
  const hasServer = pages.data?.pages[0]?.hasServer ?? true;
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      {!hasServer && (
        <p className="mx-6 mb-3 rounded-md border border-border bg-muted px-3 py-2 text-[0.8125rem]">
          {t("noServer", { setting: "MILLRACE_SMTP_URL" })}
        </p>
      )}
      {pages.isPending ? (
        <Skeleton className="mx-6 h-40" />
      ) : mails.length === 0 ? (
        <EmptyState icon={<Mail />} title={t("empty.title")} description={t("empty.description")} />
      ) : (
        <MailTable mails={mails} />
      )}
      {pages.hasNextPage && (
        <div className="px-6 py-3">
          <Button onClick={() => void pages.fetchNextPage()} loading={pages.isFetchingNextPage}>
            {t("more")}
          </Button>
        </div>
      )}
    </>
  );
}

const TONE = { kept: "neutral", queued: "waiting", sending: "running", sent: "succeeded", failed: "failed" } as const;

function MailTable({ mails }: { mails: ListedMail[] }) {
  const t = useTranslations("mails");
  return (
    <Table>
      <TableHead>
        <tr>
          <TableHeader>{t("columns.status")}</TableHeader>
          <TableHeader>{t("columns.to")}</TableHeader>
          <TableHeader>{t("columns.subject")}</TableHeader>
          <TableHeader>{t("columns.run")}</TableHeader>
          <TableHeader>{t("columns.when")}</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {mails.map((mail) => (
          <TableRow key={mail.id}>
            <TableCell>
              <Badge tone={TONE[mail.status]}>{t(`statuses.${mail.status}`)}</Badge>
            </TableCell>
            <TableCell>
              {mail.to.join(", ")}
              {mail.cc.length > 0 && (
                <span className="block text-xs text-muted-foreground">{t("copy", { to: mail.cc.join(", ") })}</span>
              )}
            </TableCell>
            <TableCell>
              <details>
                <summary className="cursor-pointer">{mail.subject}</summary>
                <p className="max-w-prose py-2 whitespace-pre-wrap text-muted-foreground">{mail.text ?? mail.html}</p>
              </details>
              <FileChips className="mt-1" value={mail.attachments} />
              {mail.refusal && (
                <span className="text-xs text-state-failed">{t("refused", { said: mail.refusal })}</span>
              )}
            </TableCell>
            <TableCell>
              {mail.executionId && (
                <Link href={`/executions/${mail.executionId}`} className="underline-offset-4 hover:underline">
                  #{shortId(mail.executionId)}
                </Link>
              )}
            </TableCell>
            <TableCell className="whitespace-nowrap text-muted-foreground">
              <RelativeTime at={mail.createdAt} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
