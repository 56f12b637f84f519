"use client";

import { X } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { ChecklistStep } from "@/components/home/checklist-step";
import { useFirstRunLinks } from "@/components/home/use-first-run-links";
import { useChangePreferences } from "@/components/shell/use-change-preferences";
import { useMe } from "@/components/shell/use-me";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { roleAllows } from "@/core/users/roles";
import type { Preferences } from "@/server/users/preferences";

/** "See it work" in three links that tick themselves, then "Build the same yourself". Comes back from the "?" menu. */
export function FirstRunCard({ done }: { done: Preferences["done"] }) {
  const t = useTranslations("home.firstRun");
  const { role } = useMe();
  const change = useChangePreferences();
  const { leadHref, runHref, hasPressed } = useFirstRunLinks();
  const remembered = done.includes("pressed-button");
  useEffect(() => {
    if (hasPressed && !remembered) change({ done: "pressed-button" });
  }, [hasPressed, remembered, change]);

  const steps = [
    { key: "open", href: leadHref, done: done.includes("opened-record") },
    { key: "press", href: leadHref, done: remembered || hasPressed },
    { key: "see", href: runHref, done: done.includes("opened-run") },
  ] as const;
  const next = steps.find((step) => !step.done)?.key;
  return (
    <section
      aria-labelledby="first-run"
      className="overflow-hidden rounded-xl border border-border bg-card shadow-card"
    >
      <header className="flex items-start gap-3 px-5 pt-4">
        <div className="min-w-0 flex-1">
          <h2 id="first-run" className="text-sm font-semibold">
            {next ? t("title") : t("seen")}
          </h2>
          <p className="mt-0.5 text-[0.8125rem] text-muted-foreground">
            {next ? t("description") : t("seenDescription")}
          </p>
        </div>
        <IconButton label={t("dismiss")} size="sm" className="-mr-1.5" onClick={() => change({ dismiss: "first-run" })}>
          <X />
        </IconButton>
      </header>
      <ol className="grid gap-2 px-5 pt-3 pb-5 sm:grid-cols-3">
        {steps.map((step, index) => (
          <ChecklistStep
            key={step.key}
            number={index + 1}
            href={step.href}
            done={step.done}
            next={step.key === next}
            title={t(`steps.${step.key}.title`)}
            text={t(`steps.${step.key}.text`)}
          />
        ))}
      </ol>
      {roleAllows(role, "builder") && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-3 border-t border-border bg-muted/40 px-5 py-4">
          <div className="min-w-0 flex-1">
            <h3 className="text-[0.8125rem] font-semibold">{t("build.title")}</h3>
            <p className="mt-0.5 text-[0.8125rem] text-muted-foreground">{t("build.text")}</p>
          </div>
          <Button asChild variant={next ? "secondary" : "primary"}>
            <Link href="/automations">{t("build.action")}</Link>
          </Button>
        </div>
      )}
    </section>
  );
}
