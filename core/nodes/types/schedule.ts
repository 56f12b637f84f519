import { z } from "zod";
import { scheduleField, textField } from "@/core/nodes/config-fields";
import { defineNodeType } from "@/core/nodes/define-node-type";
import { sentence } from "@/core/nodes/sentence";

/** Starts at set times. */
export const schedule = defineNodeType({
  type: "schedule",
  category: "start",
  icon: "calendar-clock",
  isTrigger: true,
  config: z.strictObject({ schedule: scheduleField(), timeZone: textField({ more: true }) }),
  initialConfig: () => ({ schedule: { kind: "every", count: 1, unit: "days", at: "08:00" } }),
  describe: ({ schedule: when }) => {
    if (!when) return sentence("describe.scheduleWithoutTimes");
    if (when.kind === "once") return sentence("describe.scheduleOnce", { at: when.at });
    if (when.kind === "cron") return sentence("describe.scheduleCron", { expression: when.expression });
    return sentence("describe.scheduleEvery", { count: when.count, unit: when.unit, at: when.at ?? "none" });
  },
  outputType: () => "{ scheduledFor: string; timeZone: string; missed: number }",
  emit: () => null,
});
