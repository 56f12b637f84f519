"use client";

import { useFormatter, useTranslations } from "next-intl";
import { settingAt, textOf } from "@/components/editor/fields/setting-at";
import { useStepForm } from "@/components/editor/fields/step-form";
import { cn } from "@/components/ui/cn";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";

const UNITS = ["minutes", "hours", "days", "weeks", "months", "years"] as const;
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
/** 1 January 2024 was a Monday. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

/** "Every 2 weeks at 08:00 on Monday and Friday": how many of which unit, and what of the day the unit leaves open. */
export function ScheduleEvery({ path }: { path: string }) {
  const t = useTranslations("editor.schedule");
  const { node, set } = useStepForm();
  const at = (key: string) => settingAt(node.config, `${path}.${key}`);
  const count = at("count");
  const unit = UNITS.find((one) => one === at("unit")) ?? "days";
  const hasTime = unit !== "minutes" && unit !== "hours";
  const day = at("day");
  const toUnit = (next: (typeof UNITS)[number]) => {
    const every = { kind: "every", count: typeof count === "number" ? count : 1, unit: next };
    const isShort = next === "minutes" || next === "hours";
    set(path, isShort ? every : { ...every, at: textOf(at("at")) || "08:00" });
  };
  return (
    <>
      <div className="grid grid-cols-[5rem_minmax(0,1fr)_8.5rem] items-center gap-1.5">
        <Input
          aria-label={t("count")}
          max={1_000}
          min={1}
          onChange={(event) => event.target.value && set(`${path}.count`, Number(event.target.value))}
          type="number"
          value={typeof count === "number" ? count : 1}
        />
        <Select
          ariaLabel={t("unit")}
          onChange={toUnit}
          options={UNITS.map((one) => ({ value: one, label: t(`units.${one}`) }))}
          value={unit}
        />
        {hasTime && (
          <Input
            aria-label={t("time")}
            onChange={(event) => set(`${path}.at`, event.target.value || undefined)}
            type="time"
            value={textOf(at("at"))}
          />
        )}
      </div>
      {unit === "weeks" && <Weekdays path={`${path}.weekdays`} />}
      {(unit === "months" || unit === "years") && (
        <Select
          ariaLabel={t("day")}
          onChange={(next) => set(`${path}.day`, next === "last" ? "last" : Number(next))}
          options={[
            ...Array.from({ length: 31 }, (_, index) => ({
              value: String(index + 1),
              label: t("dayOfMonth", { day: index + 1 }),
            })),
            { value: "last", label: t("lastDay") },
          ]}
          placeholder={t("day")}
          value={day === undefined ? null : String(day)}
        />
      )}
    </>
  );
}

function Weekdays({ path }: { path: string }) {
  const t = useTranslations("editor.schedule");
  const format = useFormatter();
  const { node, set } = useStepForm();
  const held = settingAt(node.config, path);
  const chosen: number[] = Array.isArray(held) ? held.filter((day) => typeof day === "number") : [];
  return (
    <fieldset aria-label={t("weekdays")} className="flex gap-1">
      {WEEKDAYS.map((day) => {
        const on = chosen.includes(day);
        const date = new Date(MONDAY + (day - 1) * DAY_MS);
        const next = on ? chosen.filter((other) => other !== day) : [...chosen, day].sort();
        return (
          <button
            aria-label={format.dateTime(date, { weekday: "long", timeZone: "UTC" })}
            aria-pressed={on}
            className={cn(
              "h-7 flex-1 rounded-md border text-xs transition-colors",
              on ? "border-primary bg-primary text-primary-foreground" : "border-border hover:bg-accent",
            )}
            key={day}
            onClick={() => set(path, next.length > 0 ? next : undefined)}
            type="button"
          >
            {format.dateTime(date, { weekday: "short", timeZone: "UTC" })}
          </button>
        );
      })}
    </fieldset>
  );
}
