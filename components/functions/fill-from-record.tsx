"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { matchField } from "@/components/functions/match-field";
import { RecordPicker } from "@/components/records/record-picker";
import { useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { FormField } from "@/components/ui/form-field";
import { Popover } from "@/components/ui/popover";
import { Select } from "@/components/ui/select";
import type { FunctionSignature } from "@/core/compiler/program";
import type { Json } from "@/core/values/json";
import type { ListedRecord } from "@/server/records/list-records";

interface FillFromRecordProps {
  parameters: FunctionSignature["parameters"];
  onFill: (values: Record<string, Json | undefined>) => void;
}

/** Takes the arguments from a record: those that are called like one of its fields. */
export function FillFromRecord({ parameters, onFill }: FillFromRecordProps) {
  const t = useTranslations("functions.test");
  const trpc = useTRPC();
  const { data: modules = [] } = useQuery(trpc.records.modules.queryOptions());
  const [open, setOpen] = useState(false);
  const [chosenModule, setChosenModule] = useState<string | null>(null);
  const [chosen, setChosen] = useState<ListedRecord | null>(null);
  const module = modules.find(({ apiName }) => apiName === chosenModule) ?? modules[0];
  if (!module) return null;

  const matches = parameters.flatMap(({ name }) => {
    const match = matchField(name, module);
    return match ? [{ name, match }] : [];
  });
  const fill = () => {
    if (!chosen) return;
    const values = matches.map(({ name, match }) => {
      return [name, match.from === "record" ? chosen.record : chosen.record[match.field]] as const;
    });
    onFill(Object.fromEntries(values));
    setOpen(false);
  };

  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      ariaLabel={t("fillFromRecord")}
      trigger={<Button size="sm">{t("fillFromRecord")}</Button>}
    >
      <div className="flex flex-col gap-3">
        <FormField label={t("recordType")}>
          {(control) => (
            <Select
              {...control}
              value={module.apiName}
              options={modules.map(({ apiName, plural }) => ({ value: apiName, label: plural }))}
              onChange={(next) => {
                setChosenModule(next);
                setChosen(null);
              }}
            />
          )}
        </FormField>
        <FormField label={t("record")}>
          {(control) => <RecordPicker {...control} module={module.apiName} chosen={chosen} onChoose={setChosen} />}
        </FormField>
        {matches.length === 0 && (
          <p className="text-xs text-muted-foreground">{t("nothingMatches", { module: module.plural })}</p>
        )}
        <Button variant="primary" size="sm" disabled={!chosen || matches.length === 0} onClick={fill}>
          {t("fill")}
        </Button>
      </div>
    </Popover>
  );
}
