"use client";

import { useTranslations } from "next-intl";
import { useEditor } from "@/components/editor/store/editor-context";
import { roundsOf } from "@/components/editor/store/rounds";
import { stepOf } from "@/components/editor/store/run-view";

/** In a loop's header: how often it went round, and how often that failed; while it runs, how far it is. */
export function LoopCount({ id }: { id: string }) {
  const t = useTranslations("editor.loops");
  const run = useEditor((state) => state.run);
  const nodes = useEditor((state) => state.document.nodes);
  const round = useEditor((state) => state.round);
  const step = stepOf(run, id, round);
  const count = roundsOf(run, nodes, id, step?.path ? step.path : null);
  if (!step || !count) return null;
  const going = step.status === "running" && count.of !== null;
  return (
    <span className="flex shrink-0 items-center gap-1 text-[11px] text-muted-foreground tabular-nums" data-loop-count>
      {going ? t("progress", { times: count.times, of: count.of ?? 0 }) : t("times", { count: count.times })}
      {count.failed > 0 && <span className="text-state-failed">· {t("failed", { count: count.failed })}</span>}
    </span>
  );
}
