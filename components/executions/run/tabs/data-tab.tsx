"use client";

import { useTranslations } from "next-intl";
import { fieldRows } from "@/components/executions/run/tabs/field-rows";
import { valueText } from "@/components/executions/run/value-text";
import { FileChips } from "@/components/ui/file-chips";
import { JsonView } from "@/components/ui/json-view";
import type { JournalStep } from "@/core/execution/journal";
import type { GraphNode } from "@/core/graph/document";

/** Each setting with the formula it was filled in from and the value it had, then everything the step was given. */
export function DataTab({ node, step }: { node: GraphNode; step: JournalStep }) {
  const t = useTranslations("executions.panel");
  const rows = fieldRows(node, step);
  if (rows.length === 0 && step.input === null) {
    return <p className="text-[0.8125rem] text-muted-foreground">{t("noInput")}</p>;
  }
  return (
    <div className="space-y-4 text-[0.8125rem]">
      {rows.length > 0 && (
        <table className="w-full table-fixed border-collapse">
          <thead>
            <tr className="border-b border-border text-left text-xs text-muted-foreground">
              <th scope="col" className="w-[26%] py-1.5 pr-2 font-medium">
                {t("field")}
              </th>
              <th scope="col" className="py-1.5 pr-2 font-medium">
                {t("filledFrom")}
              </th>
              <th scope="col" className="w-[38%] py-1.5 font-medium">
                {t("value")}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.setting} className="border-b border-border/60 align-top">
                <td className="truncate py-1.5 pr-2 font-medium" title={row.setting}>
                  {row.name}
                </td>
                <td className="py-1.5 pr-2 break-words">
                  {row.formula === null ? (
                    <span className="text-muted-foreground">{t("fixed")}</span>
                  ) : (
                    <code className="font-mono text-xs">{row.formula}</code>
                  )}
                </td>
                <td className="py-1.5 font-mono text-xs break-words">
                  {row.value === undefined ? "" : valueText(row.value)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {step.input !== null && (
        <section>
          <h3 className="mb-1 text-xs font-medium text-muted-foreground">{t("whole")}</h3>
          <FileChips className="mb-2" value={step.input} />
          <JsonView value={step.input} />
        </section>
      )}
    </div>
  );
}
