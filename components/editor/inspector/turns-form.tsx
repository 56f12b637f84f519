"use client";

import { useTranslations } from "next-intl";
import { useEditorStore } from "@/components/editor/store/editor-context";
import { FormField } from "@/components/ui/form-field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { GraphNode, NodePolicy } from "@/core/graph/document";
import { setPolicy } from "@/core/graph/edits/set-policy";

const RECORD = "record.id";

/** Whether the runs of a start go one after another, and which of them. */
export function TurnsForm({ node }: { node: GraphNode }) {
  const t = useTranslations("editor.turns");
  const store = useEditorStore();
  const { oneByOne } = node.policy ?? {};
  const set = (next: NodePolicy["oneByOne"]) =>
    store.getState().edit((document) => setPolicy(document, node.id, { oneByOne: next }), {
      group: `${node.id}.policy.oneByOne`,
    });
  const hasRecord = typeof node.config.module === "string";
  const choices = { none: undefined, all: {}, record: { per: RECORD }, value: { per: "" } } as const;
  return (
    <>
      <FormField hint={t("help")} label={t("label")}>
        {(control) => (
          <Select
            {...control}
            onChange={(choice) => set(choices[choice])}
            options={[
              { value: "none", label: t("none") },
              { value: "all", label: t("all") },
              ...(hasRecord ? [{ value: "record" as const, label: t("record") }] : []),
              { value: "value", label: t("value") },
            ]}
            value={chosen(oneByOne, hasRecord)}
          />
        )}
      </FormField>
      {chosen(oneByOne, hasRecord) === "value" && (
        <FormField hint={t("pathHelp", { name: node.name })} label={t("path")}>
          {(control) => (
            <Input
              {...control}
              maxLength={200}
              onChange={(event) => set({ per: event.target.value.trim() })}
              placeholder={hasRecord ? "record.Email" : "email"}
              value={oneByOne?.per ?? ""}
            />
          )}
        </FormField>
      )}
    </>
  );
}

function chosen(oneByOne: NodePolicy["oneByOne"], hasRecord: boolean): "none" | "all" | "record" | "value" {
  if (!oneByOne) return "none";
  if (oneByOne.per === undefined) return "all";
  return oneByOne.per === RECORD && hasRecord ? "record" : "value";
}
