"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { printable } from "@/components/editor/store/printable";
import type { CallerProblem, CheckedCaller } from "@/server/functions/check-callers";

const SHOWN = 5;

/** What a version of a function would break in an automation, each with the way to its step. */
export function CallerProblems({ caller }: { caller: CheckedCaller }) {
  const t = useTranslations("functions.callers");
  const sentence = useTranslations("diagnostics");
  const { automationId, problems } = caller;
  return (
    <ul className="flex flex-col gap-0.5 pl-6 text-xs">
      {problems.slice(0, SHOWN).map((problem, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place in the list is what the row is
        <li key={`${problem.code} ${index}`}>
          {problem.step !== null && (
            <>
              <Link
                href={stepAddress(automationId, problem)}
                target="_blank"
                className="font-medium underline underline-offset-4"
              >
                {problem.step}
              </Link>
              {": "}
            </>
          )}
          {sentence(problem.code as never, printable(problem.params) as never)}
        </li>
      ))}
      {problems.length > SHOWN && <li>{t("moreProblems", { count: problems.length - SHOWN })}</li>}
    </ul>
  );
}

function stepAddress(automationId: string, { nodeId, field }: CallerProblem): string {
  const asked = new URLSearchParams({ step: nodeId ?? "", ...(field && { field }) });
  return `/automations/${automationId}?${asked}`;
}
