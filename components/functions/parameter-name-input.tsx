"use client";

import { useEffect, useState } from "react";
import { PARAMETER_NAME } from "@/components/functions/rewrite-parameters";
import { Input } from "@/components/ui/input";

interface ParameterNameInputProps {
  value: string;
  label: string;
  taken: string[];
  onChange: (name: string) => void;
}

/** A name that goes into the code as soon as it can stand there; until then it stays here. */
export function ParameterNameInput({ value, label, taken, onChange }: ParameterNameInputProps) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const usable = PARAMETER_NAME.test(text) && !taken.includes(text);
  return (
    <Input
      aria-label={label}
      aria-invalid={usable ? undefined : true}
      value={text}
      spellCheck={false}
      className="h-7 font-mono text-xs"
      onChange={(event) => {
        const next = event.target.value;
        setText(next);
        if (PARAMETER_NAME.test(next) && !taken.includes(next)) onChange(next);
      }}
      onBlur={() => setText(value)}
    />
  );
}
