"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/components/trpc";
import { Badge } from "@/components/ui/badge";
import { ErrorState } from "@/components/ui/error-state";
import { PageHeader } from "@/components/ui/page-header";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";

/** Everyone in the workspace, with what they may do. */
export function PeoplePage() {
  const t = useTranslations("users.people");
  const roles = useTranslations("shell.person.roles");
  const trpc = useTRPC();
  const people = useQuery(trpc.users.people.queryOptions());
  if (people.isError) return <ErrorState error={people.error} onRetry={people.refetch} />;
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <Table>
        <TableHead>
          <tr>
            <TableHeader>{t("name")}</TableHeader>
            <TableHeader>{t("email")}</TableHeader>
            <TableHeader>{t("role")}</TableHeader>
            <TableHeader>{t("may")}</TableHeader>
            <TableHeader>{t("since")}</TableHeader>
          </tr>
        </TableHead>
        <TableBody>
          {people.isPending
            ? ["1", "2", "3"].map((row) => (
                <TableRow key={row}>
                  <TableCell colSpan={5}>
                    <Skeleton className="h-5" />
                  </TableCell>
                </TableRow>
              ))
            : people.data.map((person) => (
                <TableRow key={person.id}>
                  <TableCell className="font-medium">{person.name}</TableCell>
                  <TableCell className="text-muted-foreground">{person.email}</TableCell>
                  <TableCell>
                    <Badge tone={person.role === "administrator" ? "primary" : "neutral"}>{roles(person.role)}</Badge>
                  </TableCell>
                  <TableCell className="text-muted-foreground">{t(`mayDo.${person.role}`)}</TableCell>
                  <TableCell className="text-muted-foreground">
                    <RelativeTime at={person.since} />
                  </TableCell>
                </TableRow>
              ))}
        </TableBody>
      </Table>
    </>
  );
}
