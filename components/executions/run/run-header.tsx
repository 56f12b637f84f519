"use client";

import { ChevronLeft, ChevronRight, Pencil, Square } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { RerunMenu } from "@/components/executions/run/rerun-menu";
import { RunFacts } from "@/components/executions/run/run-facts";
import { RunMoreMenu } from "@/components/executions/run/run-more-menu";
import { useStopRun } from "@/components/executions/run/use-stop-run";
import { useMe } from "@/components/shell/use-me";
import { Button } from "@/components/ui/button";
import { CopyableId } from "@/components/ui/copyable-id";
import { IconButton } from "@/components/ui/icon-button";
import { PageHeader } from "@/components/ui/page-header";
import { StateGlyph } from "@/components/ui/state-glyph";
import { shortId } from "@/core/execution/short-id";
import { isFinal } from "@/core/execution/statuses";
import { roleAllows } from "@/core/users/roles";
import type { ExecutionDetail } from "@/server/executions/get-execution";

/** Where this is, how it ended, its facts in their order, and what can be done with the run as a whole. */
export function RunHeader({ run }: { run: ExecutionDetail }) {
  const t = useTranslations("executions");
  const { role } = useMe();
  const stop = useStopRun(run.id);
  const builder = roleAllows(role, "builder");
  const name = run.automation?.name ?? run.function?.name ?? t("facts.deletedAutomation");
  const open = !isFinal(run.status);
  // The card below asks for that too.
  const mayStop = open && !run.decision?.mayDecide;
  return (
    <div>
      <PageHeader
        breadcrumb={[{ href: "/executions", label: role === "member" ? t("myTitle") : t("title") }]}
        title={name}
        status={
          <>
            <CopyableId id={run.id} shown={`#${shortId(run.id)}`} />
            <StateGlyph state={run.status} handledFailures={run.handledFailures} className="text-sm" />
          </>
        }
        actions={
          <>
            {mayStop && (
              <Button
                variant="danger"
                disabled={run.stopping}
                loading={stop.isPending}
                onClick={() => stop.mutate({ id: run.id })}
              >
                <Square aria-hidden />
                {run.stopping ? t("facts.stopping") : t("actions.stop")}
              </Button>
            )}
            {!open && <RerunMenu run={run} />}
            {builder && run.automation && !run.automation.deleted && (
              <Button asChild>
                <Link href={`/automations/${run.automation.id}`}>
                  <Pencil aria-hidden />
                  {t("actions.openEditor")}
                </Link>
              </Button>
            )}
            <RunMoreMenu run={run} />
            <Neighbour href={run.neighbours.previous} label={t("actions.previous")} Icon={ChevronLeft} />
            <Neighbour href={run.neighbours.next} label={t("actions.next")} Icon={ChevronRight} />
          </>
        }
        className="pb-1.5"
      />
      <RunFacts run={run} />
    </div>
  );
}

function Neighbour({ href, label, Icon }: { href: string | null; label: string; Icon: typeof ChevronLeft }) {
  if (!href) {
    return (
      <IconButton label={label} disabled>
        <Icon aria-hidden />
      </IconButton>
    );
  }
  return (
    <Link
      href={`/executions/${href}`}
      aria-label={label}
      title={label}
      className="inline-flex size-8 items-center justify-center rounded-md text-muted-foreground hover:bg-accent hover:text-foreground [&_svg]:size-4"
    >
      <Icon aria-hidden />
    </Link>
  );
}
