"use client";

import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useDuration } from "@/components/executions/use-duration";
import { useStartedBy } from "@/components/executions/use-started-by";
import { Badge } from "@/components/ui/badge";
import { RelativeTime } from "@/components/ui/relative-time";
import { shortId } from "@/core/execution/short-id";
import type { ExecutionDetail } from "@/server/executions/get-execution";

/** The facts of a run, always in this order: when, how long, which version, started by what on what. */
export function RunFacts({ run }: { run: ExecutionDetail }) {
  const t = useTranslations("executions");
  const format = useFormatter();
  const duration = useDuration();
  const at = run.startedAt ?? run.queuedAt;
  return (
    <ul
      aria-label={t("facts.label")}
      className="flex flex-wrap items-center gap-x-2 gap-y-1 px-6 pb-3 text-[0.8125rem] text-muted-foreground [&>li+li]:before:mr-2 [&>li+li]:before:content-['·']"
    >
      <Fact>
        {format.dateTime(at, { hour: "2-digit", minute: "2-digit", second: "2-digit" })}, <RelativeTime at={at} />
      </Fact>
      {run.startedAt && run.finishedAt && <Fact>{duration(run.finishedAt.getTime() - run.startedAt.getTime())}</Fact>}
      <Fact>
        <Version run={run} />
      </Fact>
      <Fact>
        <Start run={run} />
      </Fact>
      {run.runsAs && run.runsAs.id !== run.startedBy?.id && <Fact>{t("facts.runsAs", { name: run.runsAs.name })}</Fact>}
      {run.attempt > 1 && <Fact>{t("facts.attempt", { attempt: run.attempt })}</Fact>}
      <Fact>{t("facts.instructions", { used: run.statements, limit: run.limits.statementsPerExecution })}</Fact>
      {run.rerunOf && (
        <Fact>
          {t("facts.rerunOf")} <RunLink id={run.rerunOf} />
        </Fact>
      )}
      {run.reruns[0] && (
        <Fact>
          {t("facts.rerunAs")} <RunLink id={run.reruns[0]} />
        </Fact>
      )}
    </ul>
  );
}

const Fact = ({ children }: { children: ReactNode }) => <li className="min-w-0">{children}</li>;

function Version({ run }: { run: ExecutionDetail }) {
  const t = useTranslations("executions.facts");
  const { number, liveNumber } = run.version;
  if (run.function) return t("functionVersion");
  if (number === null) return <Badge tone="outline">{t("testVersion")}</Badge>;
  return (
    <>
      {t("version", { number })}
      {liveNumber !== null && liveNumber !== number && ` (${t("current", { number: liveNumber })})`}
    </>
  );
}

const PLACES = ["button", "manual", "api"] as const;

function Start({ run }: { run: ExecutionDetail }) {
  const t = useTranslations("executions.startedFrom");
  const starter = useStartedBy()(run);
  const name = run.startedFrom === "script" ? t("scriptWithin") : starter;
  const place = PLACES.find((known) => known === run.trigger.type) ?? "other";
  if (!run.record) return t(place, { name });
  const { module, id, name: record } = run.record;
  return (
    <>
      {t(`${place}On`, { name })}{" "}
      <Link href={`/records/${module}/${id}`} className="font-medium text-foreground hover:underline">
        {record}
      </Link>
    </>
  );
}

const RunLink = ({ id }: { id: string }) => (
  <Link href={`/executions/${id}`} className="font-mono text-xs text-foreground hover:underline">
    #{shortId(id)}
  </Link>
);
