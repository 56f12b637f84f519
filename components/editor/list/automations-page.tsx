"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus, Search, Workflow } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDeferredValue, useState } from "react";
import { AutomationRow } from "@/components/editor/list/automation-row";
import { ImportButton } from "@/components/editor/list/import-button";
import { ListSkeleton } from "@/components/editor/list/list-skeleton";
import { NewAutomationDialog } from "@/components/editor/list/new-automation-dialog";
import { useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Input } from "@/components/ui/input";
import { PageHeader } from "@/components/ui/page-header";
import { Select } from "@/components/ui/select";
import { Table, TableBody, TableHead, TableHeader } from "@/components/ui/table";
import { NODE_TYPES } from "@/core/nodes/catalogue";

const STATUSES = ["not-live", "live", "changed", "paused"] as const;
const TRIGGERS = NODE_TYPES.filter((type) => type.isTrigger).map((type) => type.type);

/** All automations: what starts each, whether it is live, and its health of the last seven days. */
export function AutomationsPage() {
  const t = useTranslations("editor.list");
  const types = useTranslations("nodes.types");
  const pill = useTranslations("editor.list.statuses");
  const trpc = useTRPC();
  const [search, setSearch] = useState("");
  const [status, setStatus] = useState<(typeof STATUSES)[number] | "all">("all");
  const [trigger, setTrigger] = useState("all");
  const [creating, setCreating] = useState(false);
  const text = useDeferredValue(search.trim());
  const filter = {
    ...(text && { search: text }),
    ...(status !== "all" && { status }),
    ...(trigger !== "all" && { trigger }),
  };
  const isFiltered = Object.keys(filter).length > 0;
  const list = useQuery(trpc.automations.list.queryOptions(filter, { placeholderData: (before) => before }));
  const clear = () => {
    setSearch("");
    setStatus("all");
    setTrigger("all");
  };

  return (
    <>
      <PageHeader
        actions={
          <>
            <ImportButton />
            <Button onClick={() => setCreating(true)} variant="primary">
              <Plus />
              {t("new")}
            </Button>
          </>
        }
        title={t("title")}
      />
      <div className="flex flex-wrap items-center gap-2 px-6 pb-3">
        <div className="relative w-72">
          <Search aria-hidden className="-translate-y-1/2 absolute top-1/2 left-2.5 size-3.5 text-muted-foreground" />
          <Input
            aria-label={t("search")}
            className="pl-8"
            onChange={(event) => setSearch(event.target.value)}
            placeholder={t("search")}
            type="search"
            value={search}
          />
        </div>
        <Select
          ariaLabel={t("status")}
          className="w-44"
          onChange={setStatus}
          options={[
            { value: "all" as const, label: t("anyStatus") },
            ...STATUSES.map((value) => ({ value, label: pill(value) })),
          ]}
          value={status}
        />
        <Select
          ariaLabel={t("start")}
          className="w-60"
          onChange={setTrigger}
          options={[
            { value: "all", label: t("anyStart") },
            ...TRIGGERS.map((type) => ({ value: type, label: types(`${type}.label` as never) })),
          ]}
          value={trigger}
        />
      </div>
      {list.isError && <ErrorState error={list.error} onRetry={list.refetch} />}
      {list.isPending && <ListSkeleton />}
      {list.data?.length === 0 && (
        <EmptyState
          action={
            isFiltered ? (
              <Button onClick={clear}>{t("clear")}</Button>
            ) : (
              <Button onClick={() => setCreating(true)} variant="primary">
                {t("new")}
              </Button>
            )
          }
          description={isFiltered ? undefined : t("emptyHelp")}
          icon={<Workflow />}
          title={isFiltered ? t("noMatch") : t("empty")}
        />
      )}
      {list.data && list.data.length > 0 && (
        <Table aria-label={t("title")}>
          <TableHead>
            <tr>
              <TableHeader>{t("name")}</TableHeader>
              <TableHeader>{t("status")}</TableHeader>
              <TableHeader>{t("lastRun")}</TableHeader>
              <TableHeader>{t("failures")}</TableHeader>
              <TableHeader>{t("owner")}</TableHeader>
              <TableHeader>
                <span className="sr-only">{t("menu")}</span>
              </TableHeader>
            </tr>
          </TableHead>
          <TableBody>
            {list.data.map((automation) => (
              <AutomationRow automation={automation} key={automation.id} />
            ))}
          </TableBody>
        </Table>
      )}
      <NewAutomationDialog onOpenChange={setCreating} open={creating} />
    </>
  );
}
