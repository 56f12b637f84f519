"use client";

import { useTranslations } from "next-intl";
import { AlertDialog as Radix } from "radix-ui";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";

/** Asks before something is done that cannot be undone. Stays open, waiting, until `onConfirm` is done. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, onOpenChange, title, description, confirmLabel, danger = false, onConfirm, children } = props;
  const t = useTranslations("ui");
  const [busy, setBusy] = useState(false);
  const confirm = async () => {
    setBusy(true);
    try {
      await onConfirm();
      onOpenChange(false);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Radix.Root open={open} onOpenChange={(next) => !busy && onOpenChange(next)}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-50 bg-black/40 backdrop-blur-[1px] dark:bg-black/60" />
        <Radix.Content className="fixed top-[18vh] left-1/2 z-50 w-[calc(100vw-2rem)] max-w-md -translate-x-1/2 rounded-xl border border-border bg-popover text-popover-foreground shadow-raised data-[state=open]:animate-pop">
          <div className="px-5 pt-4 pb-5">
            <Radix.Title className="text-base font-semibold tracking-tight">{title}</Radix.Title>
            <Radix.Description asChild>
              <div className="mt-1.5 text-[0.8125rem] text-muted-foreground">{description}</div>
            </Radix.Description>
            {children && <div className="mt-4">{children}</div>}
          </div>
          <footer className="flex justify-end gap-2 rounded-b-xl border-t border-border bg-muted/50 px-5 py-3">
            <Radix.Cancel asChild>
              <Button disabled={busy}>{t("cancel")}</Button>
            </Radix.Cancel>
            <Button
              variant={danger ? "danger" : "primary"}
              loading={busy}
              onClick={() => void confirm().catch(() => undefined)}
            >
              {confirmLabel}
            </Button>
          </footer>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

interface ConfirmDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description: ReactNode;
  confirmLabel: string;
  danger?: boolean;
  /** Shows its own error (a toast); the dialog stays open when it throws. */
  onConfirm: () => unknown;
  children?: ReactNode;
}
