"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { StepIcon } from "@/components/editor/canvas/step-icon";
import { useErrorSentence, useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { addNode } from "@/core/graph/edits/add-node";
import { emptyDocument } from "@/core/graph/empty-document";
import { NODE_TYPES } from "@/core/nodes/catalogue";

const STARTS = NODE_TYPES.filter((type) => type.isTrigger);

/** "When should it start?": the ways an automation can start, in words. The chosen one is placed, its form open. */
export function NewAutomationDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const t = useTranslations("editor.list");
  const canvas = useTranslations("editor.canvas");
  const types = useTranslations("nodes.types");
  const labels = useTranslations("editor.palette.newLabels");
  const trpc = useTRPC();
  const router = useRouter();
  const sentence = useErrorSentence();
  const create = useMutation(
    trpc.automations.create.mutationOptions({
      onSuccess: ({ id }) => router.push(`/automations/${id}`),
      onError: (error) => toast.error(sentence(error)),
    }),
  );
  const startWith = (type: (typeof STARTS)[number]) => {
    const title = types(`${type.type}.label` as never);
    const node = { id: "n1", type: type.type, label: labels(type.type as never), config: type.initialConfig() };
    create.mutate({
      name: title,
      document: JSON.parse(JSON.stringify(addNode(emptyDocument(title), node, { x: 0, y: 0 }))),
    });
  };
  return (
    <Dialog
      description={canvas("whenStartHelp")}
      onOpenChange={onOpenChange}
      open={open}
      size="lg"
      title={canvas("whenStart")}
    >
      <div className="grid gap-2.5 sm:grid-cols-3">
        {STARTS.map((type) => (
          <button
            className="flex flex-col items-start gap-2.5 rounded-lg border border-border p-4 text-left transition-colors hover:border-primary hover:bg-accent/60 disabled:opacity-60"
            disabled={create.isPending}
            key={type.type}
            onClick={() => startWith(type)}
            type="button"
          >
            <StepIcon category={type.category} icon={type.icon} />
            <span className="font-medium text-sm">{types(`${type.type}.label` as never)}</span>
            <span className="text-muted-foreground text-xs leading-4">
              {types(`${type.type}.description` as never)}
            </span>
          </button>
        ))}
      </div>
      <div className="mt-4">
        <Button
          disabled={create.isPending}
          onClick={() => create.mutate({ name: t("untitled") })}
          size="sm"
          variant="ghost"
        >
          {t("emptyCanvas")}
        </Button>
      </div>
    </Dialog>
  );
}
