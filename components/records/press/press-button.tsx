"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { LiveButton } from "@/components/records/press/use-buttons";
import type { LastPress } from "@/components/records/press/use-last-presses";
import { Button } from "@/components/ui/button";
import { Tooltip } from "@/components/ui/tooltip";

interface PressButtonProps {
  button: LiveButton;
  isRunning: boolean;
  /** While another one runs. */
  isDisabled: boolean;
  last: LastPress | undefined;
  isFirst: boolean;
  onPress: () => void;
}

/** One button of a record; hovering tells when it was pressed last. */
export function PressButton({ button, isRunning, isDisabled, last, isFirst, onPress }: PressButtonProps) {
  const t = useTranslations("triggers");
  const ui = useTranslations("ui.states");
  const format = useFormatter();
  const tip =
    last &&
    t("last", {
      when: format.relativeTime(last.at, Math.max(Date.now(), last.at.getTime())),
      person: last.isOwn ? t("you") : (last.person ?? t("somebody")),
      state: last.handledFailures > 0 && last.status === "succeeded" ? ui("handled") : ui(last.status),
    });
  return (
    <Tooltip content={isRunning ? null : tip}>
      <Button variant={isFirst ? "primary" : "secondary"} loading={isRunning} disabled={isDisabled} onClick={onPress}>
        {button.label}
      </Button>
    </Tooltip>
  );
}
