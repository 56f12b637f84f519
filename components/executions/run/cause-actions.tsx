"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { RerunDialog } from "@/components/executions/run/rerun-dialog";
import { useMe } from "@/components/shell/use-me";
import { useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import type { CauseAction } from "@/core/execution/cause-actions";
import { inSentence } from "@/core/execution/in-sentence";
import { isFinal } from "@/core/execution/statuses";
import { roleAllows } from "@/core/users/roles";
import type { ExecutionDetail } from "@/server/executions/get-execution";

/** What to do, the best first; only what this person may do. */
export function CauseActions({ run, cause }: { run: ExecutionDetail; cause: ExecutionDetail["causes"][number] }) {
  const t = useTranslations("executions");
  const { role } = useMe();
  const [rerunning, setRerunning] = useState(false);
  const builder = roleAllows(role, "builder");
  const actions = cause.actions
    // A run that goes on by itself is not run a second time beside it.
    .filter(({ kind }) => kind !== "rerun" || isFinal(run.status))
    .filter(({ kind }) => builder || kind === "edit-record" || kind === "rerun");
  return (
    <div className="flex flex-wrap items-center gap-2">
      {actions.map((action, at) => (
        <ActionButton
          key={action.kind}
          run={run}
          action={action}
          primary={at === 0}
          onRerun={() => setRerunning(true)}
          offendingLabel={cause.offending?.label ?? null}
        />
      ))}
      {!builder && actions.length < cause.actions.length && (
        <span className="text-muted-foreground">{t("cause.askOwner")}</span>
      )}
      <RerunDialog run={run} version={rerunning ? rerunVersion(run) : null} onClose={() => setRerunning(false)} />
    </div>
  );
}

/** What is live now has the fix, if there is one; a test has no live version of its own. */
const rerunVersion = (run: ExecutionDetail): "live" | "same" =>
  run.mode === "live" && run.version.liveNumber !== null ? "live" : "same";

function ActionButton({ run, action, primary, onRerun, offendingLabel }: ActionButtonProps) {
  const t = useTranslations("executions.do");
  const variant = primary ? "primary" : "secondary";
  if (action.kind === "rerun") {
    return (
      <Button size="sm" variant={variant} onClick={onRerun}>
        {t("rerun")}
      </Button>
    );
  }
  if (action.kind === "open-connection") return <ConnectionButton linkName={action.linkName} variant={variant} />;
  return (
    <Button size="sm" variant={variant} asChild>
      <Link href={hrefOf(action)}>{labelOf(action, run, offendingLabel, t)}</Link>
    </Button>
  );
}

/** The step names its connection; its page goes by id. One that is gone leads to the list. */
function ConnectionButton({ linkName, variant }: { linkName: string; variant: "primary" | "secondary" }) {
  const t = useTranslations("executions.do");
  const trpc = useTRPC();
  const connections = useQuery(trpc.connections.list.queryOptions());
  const id = connections.data?.find((connection) => connection.linkName === linkName)?.id;
  return (
    <Button size="sm" variant={variant} asChild>
      <Link href={id ? `/connections/${id}` : "/connections"}>{t("open-connection")}</Link>
    </Button>
  );
}

type PlainLink = Exclude<CauseAction, { kind: "rerun" | "open-connection" }>;

function hrefOf(action: PlainLink): string {
  if (action.kind === "open-usage") return "/usage";
  if (action.kind === "edit-record") {
    return `/records/${action.module}/${action.recordId}?edit=${encodeURIComponent(action.field)}`;
  }
  const query = new URLSearchParams({ step: action.nodeId });
  if (action.field) query.set("field", action.field);
  if (action.line) query.set("line", String(action.line));
  return `/automations/${action.automationId}?${query}`;
}

function labelOf(
  action: PlainLink,
  run: ExecutionDetail,
  offendingLabel: string | null,
  t: ReturnType<typeof useTranslations<"executions.do">>,
): string {
  if (action.kind === "open-usage") return t("open-usage");
  if (action.kind === "open-step") {
    return action.field && offendingLabel
      ? t("open-step-field", { field: inSentence(offendingLabel) })
      : t("open-step");
  }
  const module = run.context.modules.find(({ apiName }) => apiName === action.module);
  const field = module?.fields.find(({ apiName }) => apiName === action.field)?.label ?? action.field;
  if (run.record?.id !== action.recordId) return t("edit-record-plain");
  return t("edit-record", { field: inSentence(field), record: run.record.name });
}

interface ActionButtonProps {
  run: ExecutionDetail;
  action: CauseAction;
  primary: boolean;
  onRerun: () => void;
  /** What people call the value that was refused. */
  offendingLabel: string | null;
}
