"use client";

import { ArrowDown, ArrowUp, Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { ConfigFieldProps } from "@/components/editor/fields/config-field";
import { BLANK_CRITERIA } from "@/components/editor/fields/criteria-form";
import { OperationForm } from "@/components/editor/fields/operation-form";
import { rowsAt, textOf } from "@/components/editor/fields/setting-at";
import { useStepForm } from "@/components/editor/fields/step-form";
import { useItemSource } from "@/components/editor/fields/use-item-source";
import { Button } from "@/components/ui/button";
import { DropdownMenu, DropdownMenuItem } from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import type { ListOperation } from "@/core/nodes/config-shapes";
import type { Json } from "@/core/values/json";

/** What each change of a list begins with. */
const START: Record<ListOperation["kind"], Record<string, Json>> = {
  filter: { when: JSON.parse(JSON.stringify(BLANK_CRITERIA)) },
  map: { values: [{ name: "value", value: { kind: "literal", value: "" } }] },
  sort: { by: { kind: "expression", code: "" }, direction: "ascending" },
  group: { by: { kind: "expression", code: "" } },
  unique: { by: { kind: "expression", code: "" } },
  join: {
    with: { kind: "expression", code: "" },
    left: { kind: "expression", code: "" },
    right: { kind: "expression", code: "" },
    keep: "matching",
  },
  limit: { count: 10 },
};
const KINDS = Object.keys(START) as ListOperation["kind"][];

/** The changes of a list, made from top to bottom, each with its small form. */
export function OperationsField({ path, label, help }: ConfigFieldProps<"operations">) {
  const t = useTranslations("editor.operations");
  const { node, set } = useStepForm();
  const rows = rowsAt(node.config, path);
  const item = useItemSource("list");
  const sources = useMemo(() => [item], [item]);
  const move = (from: number, to: number) => {
    const next = [...rows];
    next.splice(to, 0, ...next.splice(from, 1));
    set(path, next);
  };
  return (
    <fieldset aria-label={label} className="flex flex-col gap-3">
      <div>
        <p className="font-medium text-sm">{label}</p>
        {help && <p className="text-muted-foreground text-xs">{help}</p>}
      </div>
      {rows.map((row, index) => {
        const kind = KINDS.find((one) => one === row.kind);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place in the list is what the row is
          <fieldset className="flex flex-col gap-2.5 rounded-lg border border-border p-3" key={index}>
            <div className="flex items-center gap-0.5">
              <span className="flex-1 font-medium text-[13px]">
                {index + 1}. {kind ? t(`kinds.${kind}`) : textOf(row.kind)}
              </span>
              <IconButton disabled={index === 0} label={t("up")} onClick={() => move(index, index - 1)} size="sm">
                <ArrowUp />
              </IconButton>
              <IconButton
                disabled={index === rows.length - 1}
                label={t("down")}
                onClick={() => move(index, index + 1)}
                size="sm"
              >
                <ArrowDown />
              </IconButton>
              {rows.length > 1 && (
                <IconButton
                  label={t("remove", { number: index + 1 })}
                  onClick={() => set(`${path}.${index}`, undefined)}
                  size="sm"
                >
                  <Trash2 />
                </IconButton>
              )}
            </div>
            {kind && <OperationForm kind={kind} path={`${path}.${index}`} row={row} sources={sources} />}
          </fieldset>
        );
      })}
      <DropdownMenu
        align="start"
        trigger={
          <Button className="self-start" size="sm" variant="ghost">
            <Plus />
            {t("add")}
          </Button>
        }
      >
        {KINDS.map((kind) => (
          <DropdownMenuItem key={kind} onSelect={() => set(path, [...rows, { kind, ...START[kind] }])}>
            {t(`kinds.${kind}`)}
          </DropdownMenuItem>
        ))}
      </DropdownMenu>
    </fieldset>
  );
}
