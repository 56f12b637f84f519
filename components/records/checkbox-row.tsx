"use client";

import { useId } from "react";
import { Checkbox } from "@/components/ui/checkbox";

/** A checkbox with its text; the whole line can be clicked. */
export function CheckboxRow({
  label,
  checked,
  onChange,
}: {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  const id = useId();
  return (
    <li className="flex items-center gap-2">
      <Checkbox id={id} checked={checked} onCheckedChange={(next) => onChange(next === true)} />
      <label htmlFor={id} className="flex-1 text-[0.8125rem]">
        {label}
      </label>
    </li>
  );
}
