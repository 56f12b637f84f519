import Link from "next/link";
import type { useTranslations } from "next-intl";
import { MessageText } from "@/components/records/press/message-text";
import type { LiveButton, PressResult } from "@/components/records/press/use-buttons";
import type { PressTarget } from "@/components/records/press/use-press";
import { toast } from "@/components/ui/toast";
import { isFailure, isFinal } from "@/core/execution/statuses";

type Translate = ReturnType<typeof useTranslations<"triggers">>;

const SUCCESS_MS = 6_000;

/** Says how a press ended: green and brief, amber or red until it is closed. */
export function showPressResult(shown: {
  result: PressResult;
  button: LiveButton;
  target: PressTarget;
  t: Translate;
}): void {
  const { result, t } = shown;
  const id = result.executionId;
  const text = <ResultText {...shown} />;
  const description = (
    <Link
      href={`/executions/${id}`}
      className="font-medium underline underline-offset-4"
      onClick={() => toast.dismiss(id)}
    >
      {t("seeWhatHappened")}
    </Link>
  );
  if (isFailure(result.status))
    toast.error(text, { id, description, duration: Number.POSITIVE_INFINITY, closeButton: true });
  else if (result.handledFailures > 0)
    toast.warning(text, { id, description, duration: Number.POSITIVE_INFINITY, closeButton: true });
  else if (!isFinal(result.status)) toast.info(text, { id, description, duration: SUCCESS_MS });
  else toast.success(text, { id, description, duration: SUCCESS_MS });
}

function ResultText({
  result,
  button,
  target,
  t,
}: {
  result: PressResult;
  button: LiveButton;
  target: PressTarget;
  t: Translate;
}) {
  if (isFailure(result.status)) return t("failedOn", { label: button.label, name: target.recordName });
  if (result.status === "waiting") return t("waits", { label: button.label });
  if (result.status === "queued" || result.status === "running") return t("inTurn", { label: button.label });
  if (result.message) return <MessageText text={result.message} />;
  const labels = target.crmModule.fields.filter(({ apiName }) => apiName in result.changed).map(({ label }) => label);
  if (labels.length > 0) return t("doneChanged", { name: target.recordName, fields: labels.join(", ") });
  return t(result.status === "succeeded" ? "done" : "notFinished", { label: button.label });
}
