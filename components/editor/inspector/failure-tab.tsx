"use client";

import { useTranslations } from "next-intl";
import { useEditorCommands } from "@/components/editor/canvas/use-editor-commands";
import { RetryForm } from "@/components/editor/inspector/retry-form";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { stepFacts } from "@/components/editor/store/step-facts";
import { FormField } from "@/components/ui/form-field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { Textarea } from "@/components/ui/textarea";
import { ERROR, type GraphNode, type NodePolicy } from "@/core/graph/document";
import { setPolicy } from "@/core/graph/edits/set-policy";

/** What happens when the step fails or takes too long, and what else holds for any kind of step. */
export function FailureTab({ node }: { node: GraphNode }) {
  const t = useTranslations("editor.failure");
  const store = useEditorStore();
  const { type, canFail } = stepFacts(node);
  const policy = node.policy ?? {};
  const set = (change: Partial<NodePolicy>) =>
    store.getState().edit((document) => setPolicy(document, node.id, change), {
      group: `${node.id}.policy.${Object.keys(change).join()}`,
    });
  return (
    <div className="flex flex-col gap-4">
      {canFail ? <WhenItFails node={node} /> : <p className="text-muted-foreground text-sm">{t("cannotFail")}</p>}
      {canFail && (
        <>
          <RetryForm node={node} onChange={(retry) => set({ retry })} />
          <FormField hint={t("timeLimitHelp")} label={t("timeLimit")}>
            {(control) => (
              <Input
                {...control}
                max={900}
                min={0.1}
                onChange={(event) =>
                  set({ timeLimitMs: event.target.value ? clampMs(Number(event.target.value)) : undefined })
                }
                placeholder={t("noTimeLimit")}
                step={0.1}
                type="number"
                value={policy.timeLimitMs === undefined ? "" : policy.timeLimitMs / 1_000}
              />
            )}
          </FormField>
          <FormField hint={t("afterCrashHelp")} label={t("afterCrash")}>
            {(control) => (
              <Select
                {...control}
                onChange={(afterCrash) => set({ afterCrash: afterCrash === "ask" ? undefined : afterCrash })}
                options={[
                  { value: "ask", label: t("ask") },
                  { value: "repeat", label: t("repeat") },
                ]}
                value={policy.afterCrash ?? "ask"}
              />
            )}
          </FormField>
        </>
      )}
      {!type?.isTrigger && (
        <FormField hint={t("disabledHelp")} label={t("disabled")}>
          {(control) => (
            <Switch
              {...control}
              checked={policy.disabled ?? false}
              onCheckedChange={(on) => set({ disabled: on || undefined })}
            />
          )}
        </FormField>
      )}
      <FormField hint={t("noteHelp")} label={t("note")}>
        {(control) => (
          <Textarea
            {...control}
            maxLength={2_000}
            onChange={(event) => set({ note: event.target.value || undefined })}
            value={policy.note ?? ""}
          />
        )}
      </FormField>
    </div>
  );
}

function WhenItFails({ node }: { node: GraphNode }) {
  const t = useTranslations("editor.failure");
  const commands = useEditorCommands();
  const lines = useEditor(
    (state) => state.document.edges.filter((edge) => edge.from === node.id && edge.handle === ERROR).length,
  );
  return (
    <div className="rounded-lg border border-border p-3">
      <p className="font-medium text-sm">{lines > 0 ? t("followsLine") : t("stopsRun")}</p>
      <p className="mt-0.5 text-muted-foreground text-xs">{lines > 0 ? t("followsLineHelp") : t("stopsRunHelp")}</p>
      {lines === 0 && (
        <button
          className="mt-2 text-primary text-xs underline-offset-2 hover:underline dark:text-ring"
          onClick={() => commands.searchAfter(node.id, ERROR)}
          type="button"
        >
          {t("addLine")}
        </button>
      )}
    </div>
  );
}

const clampMs = (seconds: number): number => Math.min(900_000, Math.max(100, Math.round(seconds * 1_000)));
