"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { LiveButton } from "@/components/records/press/use-buttons";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

interface UnsavedDialogProps {
  /** The button that waits for the answer. */
  button: LiveButton | null;
  onClose: () => void;
  onSaveAndRun: (button: LiveButton) => Promise<void>;
  onRun: (button: LiveButton) => void;
}

/** "Save your changes first?": an automation reads what is saved, not what is typed. */
export function UnsavedDialog({ button, onClose, onSaveAndRun, onRun }: UnsavedDialogProps) {
  const t = useTranslations("triggers");
  const [isSaving, setSaving] = useState(false);
  const saveAndRun = async (chosen: LiveButton) => {
    setSaving(true);
    await onSaveAndRun(chosen);
    setSaving(false);
    onClose();
  };
  return (
    <Dialog
      open={button !== null}
      onOpenChange={(open) => !open && onClose()}
      title={t("unsavedTitle")}
      description={t("unsavedText", { label: button?.label ?? "" })}
      footer={
        button && (
          <>
            <Button
              disabled={isSaving}
              onClick={() => {
                onClose();
                onRun(button);
              }}
            >
              {t("runWithSaved")}
            </Button>
            <Button variant="primary" loading={isSaving} onClick={() => void saveAndRun(button)}>
              {t("saveAndRun")}
            </Button>
          </>
        )
      }
    />
  );
}
