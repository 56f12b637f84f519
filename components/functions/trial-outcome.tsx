"use client";

import { OctagonAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { FileChips } from "@/components/ui/file-chips";
import { JsonView } from "@/components/ui/json-view";
import type { ExecutionError } from "@/core/execution/errors";
import type { Json } from "@/core/values/json";
import type { FunctionTrial } from "@/server/functions/execute-function";

/** What the function gave back, or why it failed and on which line. */
export function TrialOutcome({ result }: { result: FunctionTrial }) {
  const t = useTranslations("functions.result");
  if (result.error) return <Failure error={result.error} />;
  if (result.output === null) return <p className="text-[0.8125rem] text-muted-foreground">{t("nothing")}</p>;
  return (
    <>
      <FileChips className="mb-2" value={result.output} />
      <JsonView value={result.output} openDepth={4} />
    </>
  );
}

function Failure({ error }: { error: ExecutionError }) {
  const t = useTranslations("functions.result");
  const sentence = useTranslations("errors");
  return (
    <div role="alert" className="flex items-start gap-2.5">
      <OctagonAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-state-failed" />
      <div className="min-w-0 text-[0.8125rem]">
        <p className="font-medium">{sentence(error.code, textParams(error))}</p>
        {error.line !== undefined && (
          <p className="text-xs text-muted-foreground">{t("atLine", { line: error.line })}</p>
        )}
        {error.body !== undefined && error.body !== null && (
          <div className="mt-2">
            <JsonView value={error.body} />
          </div>
        )}
      </div>
    </div>
  );
}

/** A sentence takes text and numbers only. */
const textParams = ({ params, message }: ExecutionError): Record<string, string | number> =>
  Object.fromEntries(Object.entries({ message, ...params }).map(([key, value]) => [key, textOf(value)]));

const textOf = (value: Json) =>
  typeof value === "string" || typeof value === "number" ? value : JSON.stringify(value);
