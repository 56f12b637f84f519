"use client";

import { Flame, PowerOff, RotateCw, StickyNote, TriangleAlert } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useHeat } from "@/components/editor/canvas/use-heat";
import { useEditor } from "@/components/editor/store/editor-context";
import type { GraphNode } from "@/core/graph/document";

/** Small marks on a card's upper edge: problems, disabled, a note. */
export function StepBadges({ node }: { node: GraphNode }) {
  const t = useTranslations("editor.card");
  const errors = useEditor((state) => count(state.problemsOf.get(node.id), "error"));
  const warnings = useEditor((state) => count(state.problemsOf.get(node.id), "warning"));
  const heat = useHeat(node.id);
  const format = useFormatter();
  const note = node.policy?.note;
  return (
    <div className="-top-2.5 absolute right-2.5 flex gap-1">
      {heat !== null && (
        <Badge title={t("heat", { share: format.number(heat, { style: "percent" }) })}>
          <Flame className="size-3" />
          {format.number(heat, { style: "percent" })}
        </Badge>
      )}
      {note && (
        <Badge title={note}>
          <StickyNote className="size-3" />
        </Badge>
      )}
      {node.policy?.retry && (
        <Badge title={t("retry", { attempts: node.policy.retry.attempts })}>
          <RotateCw className="size-3" />
          {node.policy.retry.attempts}
        </Badge>
      )}
      {node.policy?.disabled && (
        <Badge title={t("disabled")}>
          <PowerOff className="size-3" />
        </Badge>
      )}
      {warnings > 0 && (
        <Badge className="border-state-handled/40 text-state-handled" title={t("warnings", { count: warnings })}>
          <TriangleAlert className="size-3" />
          {warnings}
        </Badge>
      )}
      {errors > 0 && (
        <Badge className="border-state-failed/40 text-state-failed" title={t("problems", { count: errors })}>
          <TriangleAlert className="size-3" />
          {errors}
        </Badge>
      )}
    </div>
  );
}

const Badge = ({
  title,
  className = "text-muted-foreground",
  children,
}: {
  title: string;
  className?: string;
  children: ReactNode;
}) => (
  <span
    className={`flex h-5 items-center gap-0.5 rounded-full border border-border bg-card px-1.5 font-medium text-[11px] ${className}`}
    title={title}
  >
    {children}
    <span className="sr-only">{title}</span>
  </span>
);

const count = (problems: { severity: string }[] | undefined, severity: string): number =>
  problems?.filter((problem) => problem.severity === severity).length ?? 0;
