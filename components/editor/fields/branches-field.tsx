"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { BranchForm } from "@/components/editor/fields/branch-form";
import type { ConfigFieldProps } from "@/components/editor/fields/config-field";
import { useStepForm } from "@/components/editor/fields/step-form";
import { useEditorStore } from "@/components/editor/store/editor-context";
import { Button } from "@/components/ui/button";
import { configureNode } from "@/core/graph/edits/configure-node";
import { removeEdges } from "@/core/graph/edits/remove-edges";
import { Branch } from "@/core/nodes/config-fields";
import type { Json } from "@/core/values/json";

/** The branches of a condition, in the order they are asked; what fits none goes on at *otherwise*. */
export function BranchesField({ path, label, help }: ConfigFieldProps<"branches">) {
  const t = useTranslations("editor.fields");
  const store = useEditorStore();
  const { node, set } = useStepForm();
  const parsed = Branch.array().safeParse(node.config[path]);
  const branches = parsed.success ? parsed.data : [];
  const add = () => set(path, [...toJson(branches), toJson(newBranch(branches))]);
  const remove = (id: string) =>
    store.getState().edit((document) => {
      const lines = document.edges.filter((edge) => edge.from === node.id && edge.handle === id);
      return configureNode(
        removeEdges(document, lines),
        node.id,
        path,
        toJson(branches.filter((branch) => branch.id !== id)),
      );
    });
  return (
    <fieldset aria-label={label} className="flex flex-col gap-3">
      {help && <p className="text-muted-foreground text-xs">{help}</p>}
      {branches.map((branch, index) => (
        <BranchForm
          branch={branch}
          key={branch.id}
          number={index + 1}
          onRemove={branches.length > 1 ? () => remove(branch.id) : undefined}
          path={`${path}.${index}`}
        />
      ))}
      <Button className="self-start" onClick={add} size="sm" variant="ghost">
        <Plus />
        {t("addBranch")}
      </Button>
    </fieldset>
  );
}

const toJson = <T,>(value: T): Json[] & Json => JSON.parse(JSON.stringify(value));

function newBranch(branches: readonly Branch[]): Branch {
  const taken = new Set(branches.map((branch) => branch.id));
  let number = branches.length + 1;
  while (taken.has(`branch${number}`)) number += 1;
  return {
    id: `branch${number}`,
    label: "",
    when: { kind: "rows", match: "all", rows: [{ left: { kind: "expression", code: "" }, operator: "is" }] },
  };
}
