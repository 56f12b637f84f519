"use client";

import { CircleCheck, type LucideIcon, Mail, MousePointerClick, SquareFunction, UserRoundPen } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";

/** An automation as a picture: what the product is, at a glance. */
export function EntrancePicture() {
  const t = useTranslations("users.picture");
  return (
    <div
      aria-hidden
      className="relative hidden items-center justify-center overflow-hidden border-l border-border bg-sidebar lg:flex"
    >
      <div className="absolute inset-0 bg-[radial-gradient(var(--border)_1px,transparent_1px)] [background-size:20px_20px]" />
      <div className="absolute inset-0 bg-[radial-gradient(ellipse_at_center,transparent_35%,var(--sidebar)_85%)]" />
      <div className="relative flex flex-col items-center">
        {STEPS.map(({ key, Icon, colour }, index) => (
          <div key={key} className="flex flex-col items-center">
            {index > 0 && (
              <svg aria-hidden width="12" height="36" className="text-state-succeeded">
                <path d="M6 0v30m-4-5 4 5 4-5" fill="none" stroke="currentColor" strokeWidth="1.5" />
              </svg>
            )}
            <div className="flex w-[21rem] items-center gap-3 rounded-[10px] border border-state-succeeded/50 bg-card px-3 py-3 shadow-raised">
              <span className={cn("flex size-10 items-center justify-center rounded-lg", colour)}>
                <Icon className="size-5" />
              </span>
              <span className="min-w-0 flex-1">
                <span className="block truncate text-sm font-semibold">{t(`${key}.label`)}</span>
                <span className="block truncate text-xs text-muted-foreground">{t(`${key}.does`)}</span>
              </span>
              <CircleCheck className="size-4.5 text-state-succeeded" />
            </div>
          </div>
        ))}
      </div>
    </div>
  );
}

const STEPS: { key: "press" | "build" | "add" | "change"; Icon: LucideIcon; colour: string }[] = [
  { key: "press", Icon: MousePointerClick, colour: "bg-category-start/15 text-category-start" },
  { key: "build", Icon: SquareFunction, colour: "bg-category-functions/15 text-category-functions" },
  { key: "add", Icon: Mail, colour: "bg-category-services/15 text-category-services" },
  { key: "change", Icon: UserRoundPen, colour: "bg-category-records/15 text-category-records" },
];
