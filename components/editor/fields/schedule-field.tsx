"use client";

import { useTranslations } from "next-intl";
import type { ConfigFieldProps } from "@/components/editor/fields/config-field";
import { FieldFrame } from "@/components/editor/fields/field-frame";
import { ScheduleEvery } from "@/components/editor/fields/schedule-every";
import { settingAt, textOf } from "@/components/editor/fields/setting-at";
import { useStepForm } from "@/components/editor/fields/step-form";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { Schedule } from "@/core/nodes/config-shapes";

const KINDS: readonly Schedule["kind"][] = ["every", "once", "cron"];

/** Where each kind begins when it is chosen. */
const START: Record<Schedule["kind"], (now: Date) => Schedule> = {
  every: () => ({ kind: "every", count: 1, unit: "days", at: "08:00" }),
  once: (now) => ({ kind: "once", at: localTime(new Date(now.getTime() + 3_600_000)) }),
  cron: () => ({ kind: "cron", expression: "0 8 * * 1-5" }),
};

/** When an automation starts: at regular times, once, or by a cron expression. */
export function ScheduleField({ path, label, help, control }: ConfigFieldProps<"schedule">) {
  const t = useTranslations("editor.schedule");
  const { node, set, problemAt } = useStepForm();
  const stored = settingAt(node.config, `${path}.kind`);
  const kind = KINDS.find((one) => one === stored) ?? null;
  const problem = problemAt(path) ?? problemAt(`${path}.expression`) ?? problemAt(`${path}.at`);
  return (
    <FieldFrame error={problem} help={help} label={label} path={path} required={control.required}>
      {(attributes) => (
        <div className="flex flex-col gap-2">
          <Select
            {...attributes}
            ariaLabel={label}
            onChange={(next) => set(path, JSON.parse(JSON.stringify(START[next](new Date()))))}
            options={KINDS.map((one) => ({ value: one, label: t(`kinds.${one}`) }))}
            placeholder={t("choose")}
            value={kind}
          />
          {kind === "every" && <ScheduleEvery path={path} />}
          {kind === "once" && (
            <Input
              aria-label={t("at")}
              onChange={(event) => event.target.value && set(`${path}.at`, event.target.value)}
              type="datetime-local"
              value={textOf(settingAt(node.config, `${path}.at`)).slice(0, 16)}
            />
          )}
          {kind === "cron" && (
            <>
              <Input
                aria-label={t("expression")}
                className="font-mono"
                maxLength={200}
                onChange={(event) => set(`${path}.expression`, event.target.value)}
                value={textOf(settingAt(node.config, `${path}.expression`))}
              />
              <p className="text-muted-foreground text-xs">{t("cronHelp")}</p>
            </>
          )}
        </div>
      )}
    </FieldFrame>
  );
}

/** "2026-03-14T08:30", as a field for a date and a time holds it. */
function localTime(at: Date): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}
