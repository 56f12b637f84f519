"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ArgumentSourceRow } from "@/components/functions/argument-source-row";
import { matchField } from "@/components/functions/match-field";
import { useErrorSentence, useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormField } from "@/components/ui/form-field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import type { ArgumentSource } from "@/server/functions/attach-to-button";
import type { FunctionDetail } from "@/server/functions/get-function";

/** Makes a button of a function in one step: where it stands, what it says, and what fills its inputs in. */
export function AttachDialog({ saved, onClose }: { saved: FunctionDetail; onClose: () => void }) {
  const t = useTranslations("functions.attach");
  const trpc = useTRPC();
  const sentence = useErrorSentence();
  const router = useRouter();
  const queryClient = useQueryClient();
  const attach = useMutation(trpc.functions.attachToButton.mutationOptions());
  const { data: modules = [] } = useQuery(trpc.records.modules.queryOptions());
  const [chosen, setChosen] = useState<string | null>(null);
  const [label, setLabel] = useState(() => inWords(saved.name));
  const [edited, setEdited] = useState<Record<string, ArgumentSource | null>>({});
  const [checked, setChecked] = useState(false);
  const module = modules.find(({ apiName }) => apiName === chosen) ?? modules[0];
  const { data: newest } = useQuery({
    ...trpc.records.list.queryOptions({ module: module?.apiName ?? "", limit: 1 }),
    enabled: module !== undefined,
  });
  if (!module) return null;

  const example = newest?.records[0] ?? null;
  // The button calls what is published, whatever the draft says by now.
  const { parameters, returnType } = saved.publishedSignature ?? saved.signature;
  const sourceOf = (name: string) => (name in edited ? (edited[name] ?? null) : matchField(name, module));
  const missing = parameters.filter(({ name, optional }) => !optional && sourceOf(name) === null);

  const submit = async () => {
    setChecked(true);
    if (label.trim() === "" || missing.length > 0) return;
    const given = parameters.flatMap(({ name }) => {
      const source = sourceOf(name);
      return source ? [[name, source] as const] : [];
    });
    try {
      const { automationId } = await attach.mutateAsync({
        id: saved.id,
        module: module.apiName,
        label: label.trim(),
        arguments: Object.fromEntries(given),
      });
      toast.success(t("attached", { label, module: module.singular }), {
        action: { label: t("open"), onClick: () => router.push(`/automations/${automationId}`) },
      });
      onClose();
      await queryClient.invalidateQueries({ queryKey: trpc.functions.pathKey() });
      await queryClient.invalidateQueries({ queryKey: trpc.automations.pathKey() });
    } catch (error) {
      toast.error(sentence(error));
    }
  };

  return (
    <Dialog
      open
      size="lg"
      onOpenChange={(open) => !open && onClose()}
      title={t("title", { name: saved.name })}
      description={t(saved.pill.state === "changed" ? "descriptionChanged" : "description", {
        version: saved.pill.version,
      })}
      footer={
        <Button variant="primary" onClick={() => void submit()} loading={attach.isPending}>
          {t("submit")}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <div className="grid gap-3 sm:grid-cols-2">
          <FormField label={t("module")}>
            {(control) => (
              <Select
                {...control}
                value={module.apiName}
                options={modules.map(({ apiName, plural }) => ({ value: apiName, label: plural }))}
                onChange={(next) => {
                  setChosen(next);
                  setEdited({});
                }}
              />
            )}
          </FormField>
          <FormField label={t("label")} required error={checked && label.trim() === "" ? t("labelMissing") : undefined}>
            {(control) => (
              <Input {...control} value={label} maxLength={120} onChange={(event) => setLabel(event.target.value)} />
            )}
          </FormField>
        </div>
        {parameters.length > 0 && (
          <section aria-label={t("mapping")} className="flex flex-col gap-2">
            <div className="flex items-baseline justify-between gap-3">
              <h3 className="text-[0.8125rem] font-medium">{t("mapping")}</h3>
              <p className="truncate text-xs text-muted-foreground">
                {example ? t("exampleOf", { record: example.name }) : t("noRecord", { module: module.singular })}
              </p>
            </div>
            {parameters.map((parameter) => (
              <ArgumentSourceRow
                key={`${module.apiName} ${parameter.name}`}
                parameter={parameter}
                module={module}
                example={example}
                source={sourceOf(parameter.name)}
                missing={checked && missing.includes(parameter)}
                onChange={(source) => setEdited({ ...edited, [parameter.name]: source })}
              />
            ))}
          </section>
        )}
        <section>
          <h3 className="text-[0.8125rem] font-medium">{t("shows")}</h3>
          <p className="text-xs text-muted-foreground">{t(shownBy(returnType))}</p>
        </section>
      </div>
    </Dialog>
  );
}

/** "buildSubscriber" reads "Build subscriber". */
function inWords(name: string): string {
  const words = name
    .replace(/_/g, " ")
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function shownBy(returnType: string) {
  if (returnType === "string") return "showsText";
  return /\bmessage\??\s*:/.test(returnType) ? "showsMessage" : "showsDone";
}
