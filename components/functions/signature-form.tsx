"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { ParameterNameInput } from "@/components/functions/parameter-name-input";
import { freeParameterName, rewriteParameters } from "@/components/functions/rewrite-parameters";
import type { FunctionDraft } from "@/components/functions/use-function-draft";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { IconButton } from "@/components/ui/icon-button";
import { Select } from "@/components/ui/select";
import type { FunctionSignature } from "@/core/compiler/program";

type Parameter = FunctionSignature["parameters"][number];

const TYPES = ["string", "number", "boolean", "string[]", "Record<string, unknown>", "unknown"] as const;

/** The inputs as a form: a view of the code's first line, which follows every change here. */
export function SignatureForm({ draft }: { draft: FunctionDraft }) {
  const t = useTranslations("functions.signature");
  const { head, source, setSource } = draft;
  if (!head) return <p className="text-[0.8125rem] text-muted-foreground">{t("unreadable")}</p>;
  const { parameters, returnType } = head.signature;
  const rewrite = (next: Parameter[]) => setSource(rewriteParameters(source, head, next));
  const change = (index: number, part: Partial<Parameter>) =>
    rewrite(parameters.map((parameter, at) => (at === index ? { ...parameter, ...part } : parameter)));
  return (
    <div className="flex flex-col gap-3">
      <p className="text-xs text-muted-foreground">{t("help")}</p>
      {parameters.length === 0 && <p className="text-[0.8125rem] text-muted-foreground">{t("none")}</p>}
      <ul className="flex flex-col gap-3">
        {parameters.map((parameter, index) => (
          // The place is the identity: a renamed input is still the same row.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={index} className="flex flex-col gap-1.5 rounded-md border border-border p-2">
            <div className="flex items-center gap-1">
              <ParameterNameInput
                value={parameter.name}
                label={t("name", { number: index + 1 })}
                taken={parameters.filter((_one, at) => at !== index).map(({ name }) => name)}
                onChange={(name) => change(index, { name })}
              />
              <IconButton
                label={t("remove", { name: parameter.name })}
                onClick={() => rewrite(parameters.filter((_one, at) => at !== index))}
              >
                <X />
              </IconButton>
            </div>
            <div className="flex items-center gap-3">
              <Select
                size="sm"
                ariaLabel={t("type", { name: parameter.name })}
                value={parameter.type}
                options={typeOptions(parameter.type, (type) => t(`types.${type}`))}
                onChange={(type) => change(index, { type })}
                className="min-w-0 flex-1"
              />
              <span className="flex items-center gap-1.5 text-xs whitespace-nowrap">
                <Checkbox
                  aria-label={t("optionalOf", { name: parameter.name })}
                  checked={parameter.optional}
                  onCheckedChange={(checked) => change(index, { optional: checked === true })}
                />
                {t("optional")}
              </span>
            </div>
          </li>
        ))}
      </ul>
      <Button
        size="sm"
        className="self-start"
        onClick={() =>
          rewrite([
            ...parameters,
            { name: freeParameterName(parameters), type: "string", optional: parameters.at(-1)?.optional ?? false },
          ])
        }
      >
        <Plus aria-hidden />
        {t("add")}
      </Button>
      <div className="border-t border-border pt-3">
        <p className="text-xs font-medium">{t("returns")}</p>
        <code className="text-xs break-words text-muted-foreground">{returnType}</code>
      </div>
    </div>
  );
}

/** The usual types in words, and the one that is written when it is another. */
function typeOptions(current: string, word: (type: (typeof TYPES)[number]) => string) {
  const usual = TYPES.map((type) => ({ value: type as string, label: word(type), hint: type }));
  return usual.some(({ value }) => value === current) ? usual : [...usual, { value: current, label: current }];
}
