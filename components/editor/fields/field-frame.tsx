"use client";

import { type ReactNode, useEffect, useId, useRef } from "react";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { cn } from "@/components/ui/cn";
import { Label } from "@/components/ui/label";

interface FieldFrameProps {
  /** The dotted path of the setting; a problem that names it leads here. */
  path: string;
  label: string;
  help?: string;
  required?: boolean;
  error?: string;
  /** At the right end of the label's line. */
  actions?: ReactNode;
  className?: string;
  children: (control: { id: string; "aria-describedby"?: string; "aria-invalid"?: true }) => ReactNode;
}

/** A setting's label, control, help and problem. It is focused when a problem that names it is opened. */
export function FieldFrame({ path, label, help, required, error, actions, className, children }: FieldFrameProps) {
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const store = useEditorStore();
  const wanted = useEditor((state) => state.focusField === path);
  useEffect(() => {
    if (!wanted) return;
    frame.current?.scrollIntoView({ block: "center" });
    frame.current
      ?.querySelector<HTMLElement>("[data-field-control] :is(input, textarea, button, [contenteditable])")
      ?.focus();
    store.getState().show({ focusField: null });
  }, [wanted, store]);
  return (
    <div className={cn("flex flex-col gap-1", className)} data-field={path} ref={frame}>
      <div className="flex min-h-6 items-center justify-between gap-2">
        <Label htmlFor={id}>
          {label}
          {required && (
            <span aria-hidden className="ml-0.5 text-state-failed">
              *
            </span>
          )}
        </Label>
        {actions && <div className="flex items-center gap-1">{actions}</div>}
      </div>
      <div data-field-control>
        {children({
          id,
          "aria-describedby": error ? `${id}-error` : help ? `${id}-help` : undefined,
          "aria-invalid": error ? true : undefined,
        })}
      </div>
      {error && (
        <p className="text-state-failed text-xs" id={`${id}-error`}>
          {error}
        </p>
      )}
      {help && !error && (
        <p className="text-muted-foreground text-xs" id={`${id}-help`}>
          {help}
        </p>
      )}
    </div>
  );
}
