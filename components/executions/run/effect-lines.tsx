"use client";

import { CircleCheck, CircleDashed, CircleHelp, LoaderCircle, type LucideIcon, OctagonAlert } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { EFFECT_WORDS } from "@/components/executions/effect-words";
import { useEffectTarget } from "@/components/executions/use-effect-target";
import { useMe } from "@/components/shell/use-me";
import { cn } from "@/components/ui/cn";
import type { EffectLine } from "@/core/execution/effect-summary";
import { roleAllows } from "@/core/users/roles";

/** What was done outside the run and what was not: a glyph and words each. */
export function EffectLines({ lines, inline = false }: { lines: EffectLine[]; inline?: boolean }) {
  const t = useTranslations("executions.effects");
  const targetOf = useEffectTarget();
  return (
    <ul
      aria-label={t("label")}
      className={cn("flex text-[0.8125rem]", inline ? "flex-wrap gap-x-4 gap-y-1" : "flex-col gap-1")}
    >
      {alikeOnce(lines).map(({ line, count }) => {
        const { Icon, colour } = LOOKS[line.state];
        return (
          <li key={sameEffect(line)} className="inline-flex items-center gap-1.5" title={line.step}>
            <Icon aria-hidden className={cn("size-4 shrink-0", colour)} />
            <span className="sr-only">{t(`states.${line.state}`)}:</span>
            <span className="self-baseline">
              {t(keyOf(line), { target: targetOf(line) })}
              {count > 1 && <span className="text-muted-foreground tabular-nums"> × {count}</span>}
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

/** What a step did in every round of a loop alike is one line, with how often. */
function alikeOnce(lines: readonly EffectLine[]): { line: EffectLine; count: number }[] {
  const once = new Map<string, { line: EffectLine; count: number }>();
  for (const line of lines) {
    const before = once.get(sameEffect(line));
    if (before) before.count += 1;
    else once.set(sameEffect(line), { line, count: 1 });
  }
  return [...once.values()];
}

const sameEffect = ({ nodeId, kind, target, state, isKept }: EffectLine): string =>
  JSON.stringify([nodeId, kind, target, state, isKept]);

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

function keyOf({ kind, target, state }: EffectLine) {
  if (kind === "wait" && state === "done" && target.endsWith(" ms")) return "wait_time";
  if (kind === "wait" && state === "running") return "wait_running";
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
