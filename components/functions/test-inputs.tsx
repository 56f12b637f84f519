"use client";

import { useFormatter, useTranslations } from "next-intl";
import { ArgumentInput } from "@/components/functions/argument-input";
import { argumentText } from "@/components/functions/argument-text";
import { FillFromRecord } from "@/components/functions/fill-from-record";
import type { TrialState } from "@/components/functions/use-function-trial";
import { Button } from "@/components/ui/button";
import { DropdownMenu, DropdownMenuItem } from "@/components/ui/dropdown-menu";
import type { FunctionSignature } from "@/core/compiler/program";
import type { Json } from "@/core/values/json";
import type { RecentInput } from "@/server/executions/recent-inputs";

interface TestInputsProps {
  trial: TrialState;
  parameters: FunctionSignature["parameters"];
  recent: RecentInput[];
}

/** What the function is tried with: typed in, taken from a record, or used before. */
export function TestInputs({ trial, parameters, recent }: TestInputsProps) {
  const t = useTranslations("functions.test");
  const { texts, setTexts, mistakes } = trial;
  const fill = (values: Record<string, Json | undefined>) =>
    setTexts({
      ...texts,
      ...Object.fromEntries(
        parameters
          .filter(({ name }) => name in values)
          .map(({ name, type }) => [name, argumentText(type, values[name])]),
      ),
    });
  return (
    <section aria-label={t("title")} className="rounded-lg border border-border bg-card shadow-card">
      <header className="flex h-9 items-center justify-between border-b border-border px-3">
        <h2 className="text-[0.8125rem] font-medium">{t("title")}</h2>
        {recent.length > 0 && <RecentInputs recent={recent} onChoose={fill} />}
      </header>
      <div className="flex flex-col gap-3 p-3">
        {parameters.length === 0 && <p className="text-[0.8125rem] text-muted-foreground">{t("none")}</p>}
        {parameters.map((parameter) => (
          <ArgumentInput
            key={parameter.name}
            parameter={parameter}
            text={texts[parameter.name] ?? ""}
            mistake={mistakes[parameter.name]}
            onChange={(text) => setTexts({ ...texts, [parameter.name]: text })}
          />
        ))}
        {parameters.length > 0 && <FillFromRecord parameters={parameters} onFill={fill} />}
      </div>
    </section>
  );
}

function RecentInputs({
  recent,
  onChoose,
}: {
  recent: RecentInput[];
  onChoose: (values: Record<string, Json>) => void;
}) {
  const t = useTranslations("functions.test");
  const format = useFormatter();
  return (
    <DropdownMenu
      trigger={
        <Button size="sm" variant="ghost" className="-mr-2">
          {t("recent")}
        </Button>
      }
    >
      {recent.map(({ executionId, input, at }) => (
        <DropdownMenuItem
          key={executionId}
          aria-label={`${t("recentItem")}: ${JSON.stringify(input)}`}
          onSelect={() => onChoose((input ?? {}) as Record<string, Json>)}
          className="flex-col items-start gap-0"
        >
          <code className="max-w-80 truncate text-xs">{JSON.stringify(input)}</code>
          <span className="text-[0.6875rem] text-muted-foreground">
            {format.dateTime(at, { dateStyle: "medium", timeStyle: "short" })}
          </span>
        </DropdownMenuItem>
      ))}
    </DropdownMenu>
  );
}
