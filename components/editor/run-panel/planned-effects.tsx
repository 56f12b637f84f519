"use client";

import { useQuery } from "@tanstack/react-query";
import { Eye, FilePlus, Hourglass, Mail, PenLine, Search, Send, Trash2, Workflow } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { executionOrder } from "@/components/editor/canvas/execution-order";
import { useEditor } from "@/components/editor/store/editor-context";
import { useSentence } from "@/components/editor/store/use-sentence";
import { useTRPC } from "@/components/trpc";
import type { EffectKind } from "@/core/execution/journal";
import { effectsOf } from "@/core/nodes/effects-of";

const ICON: Record<EffectKind, typeof Eye> = {
  call: Send,
  "record.get": Eye,
  "record.find": Search,
  "record.create": PenLine,
  "record.update": PenLine,
  "record.upsert": PenLine,
  "record.delete": Trash2,
  email: Mail,
  wait: Hourglass,
  automation: Workflow,
  "store.get": Eye,
  "store.set": PenLine,
  "file.create": FilePlus,
  "file.read": Eye,
};

/** What the automation would do outside itself, step by step. */
export function PlannedEffects() {
  const t = useTranslations("editor.run");
  const sentence = useSentence();
  const trpc = useTRPC();
  const document = useEditor((state) => state.document);
  const context = useEditor((state) => state.context);
  const effects = useMemo(() => {
    const byId = new Map(document.nodes.map((node) => [node.id, node]));
    return executionOrder(document).flatMap((id) => {
      const node = byId.get(id)!;
      return effectsOf(node, context).map((effect) => ({ node, effect }));
    });
  }, [document, context]);
  const sendsMail = effects.some(({ effect }) => effect.kind === "email");
  const mail = useQuery(trpc.mails.state.queryOptions(undefined, { enabled: sendsMail }));
  return (
    <section>
      <h3 className="mb-1.5 font-medium text-[13px]">{t("effectsTitle")}</h3>
      {effects.length === 0 ? (
        <p className="text-muted-foreground text-sm">{t("noEffects")}</p>
      ) : (
        <ul aria-label={t("effectsTitle")} className="divide-y divide-border rounded-lg border border-border">
          {effects.map(({ node, effect }, index) => {
            const Icon = ICON[effect.kind];
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: the place in the list is what the row is
              <li className="flex items-center gap-2.5 px-3 py-2 text-sm" key={`${node.id}:${index}`}>
                <Icon aria-hidden className="size-4 shrink-0 text-muted-foreground" />
                <span className="min-w-0 flex-1 truncate">
                  {sentence(effect.sentence)}
                  {effect.kind === "email" && mail.data?.hasServer === false && (
                    <span className="text-muted-foreground"> ({t("mailKept")})</span>
                  )}
                </span>
                <span className="shrink-0 truncate text-muted-foreground text-xs">{node.label}</span>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
