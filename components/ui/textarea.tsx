import type { ComponentProps } from "react";
import { cn } from "@/components/ui/cn";
import { fieldStyle } from "@/components/ui/input";

export function Textarea({ className, rows = 3, ...props }: ComponentProps<"textarea">) {
  return (
    <textarea rows={rows} className={cn(fieldStyle, "py-1.5 leading-5 read-only:bg-muted", className)} {...props} />
  );
}
