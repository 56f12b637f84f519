"use client";

import { Clock } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { ApprovalForm } from "@/components/executions/run/approval-form";
import { CopyableId } from "@/components/ui/copyable-id";
import type { ExecutionDetail } from "@/server/executions/get-execution";
import type { OpenWait } from "@/server/waits/list-open-waits";

/** What a run waits for: until when, for whose answer, at which address. */
export function OpenWaits({ run }: { run: ExecutionDetail }) {
  const t = useTranslations("executions.waits");
  if (run.waits.length === 0) return null;
  return (
    <section aria-label={t("label")} className="mt-3 rounded-xl border border-state-waiting/40 bg-card shadow-card">
      <ul className="divide-y divide-border/70">
        {run.waits.map((wait) => (
          <li key={wait.id} className="flex flex-col gap-2 px-4 py-3 text-[0.8125rem]">
            <WaitLine run={run} wait={wait} />
            {wait.mayDecide && <ApprovalForm wait={wait} executionId={run.id} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function WaitLine({ run, wait }: { run: ExecutionDetail; wait: OpenWait }) {
  const t = useTranslations("executions.waits");
  const format = useFormatter();
  const step = run.document.nodes.find(({ id }) => id === wait.nodeId)?.label ?? "";
  const failed = run.steps.some(
    ({ nodeId, path, status }) => nodeId === wait.nodeId && path === wait.path && status === "failed",
  );
  const kind = wait.kind === "time" && failed ? "again" : wait.kind;
  const effect = run.effects.find(
    ({ kind, nodeId, path, status }) =>
      kind === "wait" && status === "intent" && nodeId === wait.nodeId && path === wait.path,
  );
  const { url } = (effect?.request ?? {}) as { url?: string };
  const due = wait.dueAt && format.dateTime(wait.dueAt, { dateStyle: "medium", timeStyle: "short" });
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Clock aria-hidden className="size-4 shrink-0 text-state-waiting" />
      <span className="min-w-0 flex-1 font-medium sm:flex-none">
        {t(kind, { step, question: wait.question ?? "", due: due ?? "" })}
      </span>
      {url && <CopyableId id={`${window.location.origin}${url}`} />}
      {wait.approvers.length > 0 && (
        <span className="text-muted-foreground">{t("asked", { people: wait.approvers.join(", ") })}</span>
      )}
      {due && (wait.kind === "webhook" || wait.kind === "approval") && (
        <span className="text-muted-foreground">{t("deadline", { due })}</span>
      )}
    </div>
  );
}
