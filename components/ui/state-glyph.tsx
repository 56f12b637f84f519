"use client";

import {
  CircleCheck,
  CircleDashed,
  CircleFadingArrowUp,
  Clock,
  Diamond,
  LoaderCircle,
  type LucideIcon,
  OctagonAlert,
  OctagonX,
  RotateCw,
  Square,
  TriangleAlert,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import type { ExecutionStatus, StepStatus } from "@/core/execution/statuses";

/**
 * The state of an execution or a step: a glyph of its own, its colour and its word.
 *
 * @param handledFailures of an execution: how many failures were dealt with on *if it fails* lines
 * @param handled of a step: it failed, and the *if it fails* line was taken
 * @param wordless shows the glyph alone; the word is then read out and shown on hover
 */
export function StateGlyph({ state, handled, handledFailures = 0, wordless, size = 16, className }: StateGlyphProps) {
  const t = useTranslations("ui.states");
  const shown = shownState(state, handled, handledFailures);
  const { Icon, colour, turning } = LOOKS[shown];
  const word =
    handledFailures > 0 && state === "succeeded" ? t("succeededHandled", { count: handledFailures }) : t(shown);
  const title = wordless ? word : undefined;
  return (
    <span className={cn("inline-flex items-center gap-1.5 whitespace-nowrap", colour, className)} title={title}>
      <Icon
        aria-hidden
        width={size}
        height={size}
        className={cn("shrink-0", turning && "animate-spin motion-reduce:animate-none")}
      />
      {wordless ? <span className="sr-only">{word}</span> : <span className="font-medium">{word}</span>}
    </span>
  );
}

export type ShownState = ExecutionStatus | StepStatus | "not-reached" | "retrying";

interface StateGlyphProps {
  state: ShownState;
  handled?: boolean;
  handledFailures?: number;
  wordless?: boolean;
  /** Of the glyph, in pixels. */
  size?: number;
  className?: string;
}

/** The text colour of a state, for borders and lines drawn elsewhere: "text-state-failed". */
export const stateColour = (state: ShownState, handled = false): string => LOOKS[shownState(state, handled, 0)].colour;

type Look = ShownState | "handled";

function shownState(state: ShownState, handled: boolean | undefined, handledFailures: number): Look {
  if (state === "failed" && handled) return "handled";
  if (state === "succeeded" && handledFailures > 0) return "handled";
  return state;
}

const LOOKS: Record<Look, { Icon: LucideIcon; colour: string; turning?: boolean }> = {
  "not-reached": { Icon: CircleDashed, colour: "text-muted-foreground" },
  queued: { Icon: CircleFadingArrowUp, colour: "text-state-running" },
  running: { Icon: LoaderCircle, colour: "text-state-running", turning: true },
  waiting: { Icon: Clock, colour: "text-state-waiting" },
  "needs-decision": { Icon: Diamond, colour: "text-state-decision" },
  retrying: { Icon: RotateCw, colour: "text-state-running" },
  succeeded: { Icon: CircleCheck, colour: "text-state-succeeded" },
  handled: { Icon: TriangleAlert, colour: "text-state-handled" },
  failed: { Icon: OctagonAlert, colour: "text-state-failed" },
  "timed-out": { Icon: OctagonX, colour: "text-state-failed" },
  canceled: { Icon: Square, colour: "text-state-neutral" },
  skipped: { Icon: CircleDashed, colour: "text-state-neutral" },
};
