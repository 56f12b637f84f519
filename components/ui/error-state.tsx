"use client";

import { OctagonAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useErrorSentence } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";

/** Something could not be shown: what, why, and a way to try again. */
export function ErrorState({ title, error, onRetry, action, className }: ErrorStateProps) {
  const t = useTranslations("ui");
  const sentence = useErrorSentence();
  return (
    <div role="alert" className={cn("flex flex-col items-center justify-center px-6 py-14 text-center", className)}>
      <OctagonAlert aria-hidden className="mb-3 size-6 text-state-failed" />
      <p className="text-sm font-medium">{title ?? t("couldNotLoad")}</p>
      <p className="mt-1 max-w-md text-[0.8125rem] text-muted-foreground">{sentence(error)}</p>
      <div className="mt-4 flex items-center gap-2">
        {onRetry && <Button onClick={() => onRetry()}>{t("retry")}</Button>}
        {action}
      </div>
    </div>
  );
}

interface ErrorStateProps {
  title?: ReactNode;
  error: unknown;
  onRetry?: () => unknown;
  action?: ReactNode;
  className?: string;
}
