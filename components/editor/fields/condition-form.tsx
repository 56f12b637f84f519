"use client";

import { Clock, Plus, Trash2, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { BLANK_CRITERIA, CriteriaForm } from "@/components/editor/fields/criteria-form";
import { nextId, rowsAt, textOf } from "@/components/editor/fields/setting-at";
import { useStepForm } from "@/components/editor/fields/step-form";
import { fieldOptions, useModuleFields } from "@/components/editor/fields/use-module-fields";
import { useEditorStore } from "@/components/editor/store/editor-context";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { configureNode } from "@/core/graph/edits/configure-node";
import { removeEdges } from "@/core/graph/edits/remove-edges";
import { MAX_AFTER } from "@/core/nodes/config-shapes";
import { Criteria } from "@/core/values/criteria";
import type { Json } from "@/core/values/json";

interface ConditionFormProps {
  row: Record<string, Json>;
  path: string;
  number: number;
  /** The setting that names the record type. */
  module: string;
  /** Ids that other lines of the rule have. */
  taken: readonly string[];
  onRemove: () => void;
}

/** One condition of a rule: its text on the card, when it holds, and what happens later. */
export function ConditionForm({ row, path, number, module, taken, onRemove }: ConditionFormProps) {
  const t = useTranslations("editor.conditions");
  const { set, problemAt } = useStepForm();
  const when = Criteria.safeParse(row.when);
  const after = rowsAt(row, "after");
  const problem = problemAt(path) ?? problemAt(`${path}.after`);
  return (
    <fieldset className="flex flex-col gap-2.5 rounded-lg border border-border p-3">
      <legend className="sr-only">{t("condition", { number })}</legend>
      <div className="flex items-center gap-1.5">
        <Input
          aria-label={t("label", { number })}
          className="h-7 font-medium"
          maxLength={120}
          onChange={(event) => set(`${path}.label`, event.target.value)}
          placeholder={t("placeholder", { number })}
          value={textOf(row.label)}
        />
        <IconButton label={t("remove", { number })} onClick={onRemove} size="sm">
          <Trash2 />
        </IconButton>
      </div>
      {problem && <p className="text-state-failed text-xs">{problem}</p>}
      {when.success ? (
        <>
          <CriteriaForm path={`${path}.when`} when={when.data} />
          <Button className="self-start" onClick={() => set(`${path}.when`, undefined)} size="sm" variant="ghost">
            {t("everyRecord")}
          </Button>
        </>
      ) : (
        <div className="flex items-center justify-between gap-2 text-xs">
          <span className="text-muted-foreground">{t("isEveryRecord")}</span>
          <Button
            onClick={() => set(`${path}.when`, JSON.parse(JSON.stringify(BLANK_CRITERIA)))}
            size="sm"
            variant="ghost"
          >
            {t("addCriteria")}
          </Button>
        </div>
      )}
      {after.map((each, index) => (
        <AfterRow
          key={textOf(each.id) || index}
          module={module}
          number={index + 1}
          path={`${path}.after.${index}`}
          row={each}
          siblings={after}
        />
      ))}
      {after.length < MAX_AFTER && (
        <Button
          className="self-start"
          onClick={() =>
            set(`${path}.after`, [
              ...after,
              { id: nextId("later", taken, after.length + 1), amount: 1, unit: "days", recheck: true },
            ])
          }
          size="sm"
          variant="ghost"
        >
          <Plus />
          {t("addLater")}
        </Button>
      )}
    </fieldset>
  );
}

interface AfterRowProps {
  row: Record<string, Json>;
  path: string;
  number: number;
  module: string;
  siblings: readonly Record<string, Json>[];
}

/** "3 days after Close Date": when a later line of a condition is due. */
function AfterRow({ row, path, number, module, siblings }: AfterRowProps) {
  const t = useTranslations("editor.conditions");
  const units = useTranslations("nodes.choices.unit");
  const store = useEditorStore();
  const { node, set } = useStepForm();
  const dates = useModuleFields(module, ["date", "date-time"]);
  const remove = () =>
    store.getState().edit((document) => {
      const lines = document.edges.filter((edge) => edge.from === node.id && edge.handle === row.id);
      const list = path.slice(0, path.lastIndexOf("."));
      const left = siblings.filter((other) => other.id !== row.id);
      return configureNode(removeEdges(document, lines), node.id, list, left);
    });
  return (
    <div className="flex flex-col gap-1.5 rounded-md bg-muted/60 p-2">
      <div className="grid grid-cols-[auto_4rem_6.5rem_minmax(0,1fr)_auto] items-center gap-1">
        <Clock aria-hidden className="size-3.5 text-muted-foreground" />
        <Input
          aria-label={t("amount", { number })}
          className="h-7"
          max={10_000}
          min={0}
          onChange={(event) => set(`${path}.amount`, Number(event.target.value || 0))}
          type="number"
          value={typeof row.amount === "number" ? row.amount : 0}
        />
        <Select
          ariaLabel={t("unit", { number })}
          onChange={(unit) => set(`${path}.unit`, unit)}
          options={(["minutes", "hours", "days"] as const).map((unit) => ({ value: unit, label: units(unit) }))}
          size="sm"
          value={(["minutes", "hours", "days"] as const).find((unit) => unit === row.unit) ?? "days"}
        />
        <Select
          ariaLabel={t("of", { number })}
          onChange={(field) => set(`${path}.field`, field === EVENT ? undefined : field)}
          options={[{ value: EVENT, label: t("afterEvent") }, ...afterFields(dates, t)]}
          size="sm"
          value={textOf(row.field) || EVENT}
        />
        <IconButton label={t("removeLater", { number })} onClick={remove} size="sm">
          <X />
        </IconButton>
      </div>
      <span className="flex items-center gap-1.5 text-xs">
        <Checkbox
          aria-label={t("recheck")}
          checked={row.recheck !== false}
          onCheckedChange={(on) => set(`${path}.recheck`, on === true)}
        />
        {t("recheck")}
      </span>
    </div>
  );
}

/** No field has this name: the event itself. */
const EVENT = " event";

const afterFields = (
  dates: Parameters<typeof fieldOptions>[0],
  t: (key: "afterField", params: { field: string }) => string,
) => fieldOptions(dates).map(({ value, label }) => ({ value, label: t("afterField", { field: label }) }));
