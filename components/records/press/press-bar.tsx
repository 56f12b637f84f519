"use client";

import { ChevronDown, Play } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { PressButton } from "@/components/records/press/press-button";
import { PressDialogs } from "@/components/records/press/press-dialogs";
import { PressProgress } from "@/components/records/press/press-progress";
import { UnsavedDialog } from "@/components/records/press/unsaved-dialog";
import { type LiveButton, type PressResult, useButtons } from "@/components/records/press/use-buttons";
import { useLastPresses } from "@/components/records/press/use-last-presses";
import { type PressTarget, usePress } from "@/components/records/press/use-press";
import { Button } from "@/components/ui/button";
import { DropdownMenu, DropdownMenuItem } from "@/components/ui/dropdown-menu";

interface PressBarProps {
  target: PressTarget;
  /** True while the record is being edited and something differs. */
  isDirty: boolean;
  /** Saves the edits. @returns whether they were saved */
  onSave: () => Promise<boolean>;
  /** True when the page shows the result itself. */
  onResult: (result: PressResult, button: LiveButton) => boolean;
}

const SHOWN = 3;

/** A record's buttons: the first three, the rest under "Actions". */
export function PressBar({ target, isDirty, onSave, onResult }: PressBarProps) {
  const t = useTranslations("triggers");
  const buttons = useButtons(target.crmModule.apiName);
  const last = useLastPresses(target.recordId);
  const press = usePress({ target, onResult });
  const [unsaved, setUnsaved] = useState<LiveButton | null>(null);
  const ask = (button: LiveButton) => (isDirty ? setUnsaved(button) : press.ask(button));
  if (buttons.length === 0) return null;
  const { running } = press;
  return (
    <fieldset aria-label={t("buttons")} className="relative flex items-center gap-2">
      {buttons.slice(0, SHOWN).map((button, index) => (
        <PressButton
          key={button.key}
          button={button}
          isRunning={running?.button.key === button.key}
          isDisabled={running !== null}
          last={last.get(button.key)}
          isFirst={index === 0}
          onPress={() => ask(button)}
        />
      ))}
      {buttons.length > SHOWN && (
        <DropdownMenu
          trigger={
            <Button
              loading={running !== null && !buttons.slice(0, SHOWN).some(({ key }) => key === running.button.key)}
            >
              {t("actions")}
              <ChevronDown aria-hidden />
            </Button>
          }
        >
          {buttons.slice(SHOWN).map((button) => (
            <DropdownMenuItem key={button.key} disabled={running !== null} onSelect={() => ask(button)}>
              <Play aria-hidden />
              {button.label}
            </DropdownMenuItem>
          ))}
        </DropdownMenu>
      )}
      {running && <PressProgress press={press} usualMs={last.get(running.button.key)?.usualMs ?? null} />}
      <PressDialogs press={press} />
      <UnsavedDialog
        button={unsaved}
        onClose={() => setUnsaved(null)}
        onSaveAndRun={async (button) => {
          if (await onSave()) press.ask(button);
        }}
        onRun={press.ask}
      />
    </fieldset>
  );
}
