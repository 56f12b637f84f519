"use client";

import { CircleCheck, CircleDashed, CircleHelp, LoaderCircle, type LucideIcon, OctagonAlert } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { EFFECT_WORDS } from "@/components/executions/effect-words";
import { useMe } from "@/components/shell/use-me";
import { cn } from "@/components/ui/cn";
import type { EffectLine } from "@/core/execution/effect-summary";
import { roleAllows } from "@/core/users/roles";

/** What was done outside the run and what was not: a glyph and words each. */
export function EffectLines({ lines, inline = false }: { lines: EffectLine[]; inline?: boolean }) {
  const t = useTranslations("executions.effects");
  return (
    <ul
      aria-label={t("label")}
      className={cn("flex text-[0.8125rem]", inline ? "flex-wrap gap-x-4 gap-y-1" : "flex-col gap-1")}
    >
      {lines.map((line, at) => {
        const { Icon, colour } = LOOKS[line.state];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step may have the same effect twice, and the order is fixed
          <li key={`${line.nodeId}-${at}`} className="inline-flex items-center gap-1.5" title={line.step}>
            <Icon aria-hidden className={cn("size-4 shrink-0", colour)} />
            <span className="sr-only">{t(`states.${line.state}`)}:</span>
            <span>
              {t(keyOf(line), { target: line.target })}
              {line.isKept && (
                <span className="text-muted-foreground">
                  {" "}
                  ({t("mailKept")} · <OutboxLink />)
                </span>
              )}
              {line.state === "unknown" && <span className="text-muted-foreground"> ({t("unknown")})</span>}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** Only who may open the outbox is led there. */
function OutboxLink() {
  const t = useTranslations("executions.effects");
  const { role } = useMe();
  if (!roleAllows(role, "builder")) return t("mailOutbox");
  return (
    <Link href="/outbox" className="underline hover:text-foreground">
      {t("mailOutbox")}
    </Link>
  );
}

function keyOf({ kind, state }: EffectLine) {
  if (state === "failed") return `${EFFECT_WORDS[kind]}_failed` as const;
  return state === "not-done" ? (`${EFFECT_WORDS[kind]}_not` as const) : EFFECT_WORDS[kind];
}

const LOOKS: Record<EffectLine["state"], { Icon: LucideIcon; colour: string }> = {
  done: { Icon: CircleCheck, colour: "text-state-succeeded" },
  failed: { Icon: OctagonAlert, colour: "text-state-failed" },
  unknown: { Icon: CircleHelp, colour: "text-state-decision" },
  running: { Icon: LoaderCircle, colour: "text-state-running" },
  "not-done": { Icon: CircleDashed, colour: "text-muted-foreground" },
};
