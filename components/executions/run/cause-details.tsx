"use client";

import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { CauseActions } from "@/components/executions/run/cause-actions";
import { OriginTrail } from "@/components/executions/run/origin-trail";
import { isTriedAgain } from "@/components/executions/run/tried-again";
import { useEvidence } from "@/components/executions/run/use-evidence";
import { useOriginText } from "@/components/executions/run/use-origin-text";
import { valueText } from "@/components/executions/run/value-text";
import type { ExecutionDetail } from "@/server/executions/get-execution";

type CauseOfRun = ExecutionDetail["causes"][number];

/** The rows of the cause card: why, with the words of the other side and where the value came from, and what to do. */
export function CauseDetails({ run, cause }: { run: ExecutionDetail; cause: CauseOfRun }) {
  const t = useTranslations("executions.cause");
  const format = useFormatter();
  const originText = useOriginText(run);
  const evidence = useEvidence();
  const [traced, setTraced] = useState(false);
  const origin = cause.chain.at(-1);
  const { writer } = cause;
  return (
    <>
      <dt className="text-muted-foreground">{t("why")}</dt>
      <dd className="space-y-1">
        <p>{evidence(cause)}</p>
        {cause.offending && origin && (
          <p>
            {t("from")} <strong className="font-medium">{originText(origin)}</strong>{" "}
            <span className="font-mono text-xs">{t("isValue", { value: valueText(origin.value) || t("empty") })}</span>
            {writer && (
              <span className="text-muted-foreground">
                {" "}
                (
                {t("writer", {
                  source: writer.source,
                  person: writer.person ?? t("somebody"),
                  when: format.dateTime(writer.at, { dateStyle: "medium", timeStyle: "short" }),
                })}
                )
              </span>
            )}{" "}
            {cause.chain.length > 1 && (
              <button
                type="button"
                aria-expanded={traced}
                onClick={() => setTraced(!traced)}
                className="rounded font-medium text-primary hover:underline dark:text-ring"
              >
                {traced ? t("hideTrace") : t("trace")}
              </button>
            )}
          </p>
        )}
        {traced && <OriginTrail run={run} chain={cause.chain} />}
        {cause.handled && (
          <p className="text-muted-foreground">{t(isTriedAgain(run, cause.step) ? "triedAgainNote" : "handledNote")}</p>
        )}
        {run.sameCause && run.automation && !cause.handled && (
          <p className="text-muted-foreground">
            {t("sameCause", { count: run.sameCause.count })}{" "}
            {format.dateTime(run.sameCause.since, { dateStyle: "medium", timeStyle: "short" })}.{" "}
            <Link
              href={`/executions?status=failed&automation=${run.automation.id}`}
              className="font-medium text-primary hover:underline dark:text-ring"
            >
              {t("seeAll", { count: run.sameCause.count })}
            </Link>
          </p>
        )}
      </dd>
      <dt className="self-center text-muted-foreground">{t("do")}</dt>
      <dd>
        <CauseActions run={run} cause={cause} />
      </dd>
    </>
  );
}
