"use client";

import { useTranslations } from "next-intl";
import { useEditor } from "@/components/editor/store/editor-context";
import { cn } from "@/components/ui/cn";

const COLOUR = { info: "text-foreground", warn: "text-state-handled", error: "text-state-failed" } as const;

/** Every line the last test logged, the step's label in front. */
export function LogRows() {
  const t = useTranslations("editor.run");
  const run = useEditor((state) => state.run);
  const nodes = useEditor((state) => state.document.nodes);
  const lines = (run?.steps ?? []).flatMap((step) =>
    step.log.map((line, index) => ({
      ...line,
      key: `${step.nodeId}:${step.path}:${step.attempt}:${index}`,
      step: nodes.find((node) => node.id === step.nodeId)?.label ?? step.nodeId,
    })),
  );
  if (lines.length === 0) return <p className="py-6 text-center text-muted-foreground text-xs">{t("noLog")}</p>;
  return (
    <ol className="font-mono text-xs leading-5">
      {lines.map((line) => (
        <li className="flex gap-3 px-2" key={line.key}>
          <span className="w-40 shrink-0 truncate text-muted-foreground">{line.step}</span>
          <span className={cn("whitespace-pre-wrap break-words", COLOUR[line.level])}>{line.text}</span>
        </li>
      ))}
    </ol>
  );
}
