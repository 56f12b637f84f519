"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import { FieldControl } from "@/components/records/field-control";
import { useProblemText } from "@/components/records/use-problem-text";
import type { RecordDraft } from "@/components/records/use-record-draft";
import { Button } from "@/components/ui/button";
import { FormField } from "@/components/ui/form-field";
import type { CrmModule } from "@/core/records/field-types";

interface RecordFormProps {
  crmModule: CrmModule;
  draft: RecordDraft;
  /** The names of records that the saved lookups point at, by id. */
  lookups: Record<string, string>;
  /** The field to begin with. */
  focus?: string;
  isSaving: boolean;
  onSave: () => void;
  onCancel: () => void;
  /** Above the fields: a conflict, an error of the whole record. */
  notice?: ReactNode;
}

/** All fields of a record in two columns, each with its own message when it does not fit. */
export function RecordForm({ crmModule, draft, lookups, focus, isSaving, onSave, onCancel, notice }: RecordFormProps) {
  const t = useTranslations("records");
  const problemText = useProblemText();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (draft.refusals > 0) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [draft.refusals]);
  const names = { ...lookups, ...draft.names };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave();
  };
  return (
    <form
      ref={form}
      onSubmit={submit}
      noValidate
      aria-label={t("formLabel", { singular: crmModule.singular })}
      className="flex flex-col"
    >
      {notice}
      <div className="grid grid-cols-1 gap-x-8 gap-y-3 p-5 md:grid-cols-2">
        {crmModule.fields.map((field) => {
          const problem = draft.problems[field.apiName];
          const value = draft.values[field.apiName] ?? null;
          return (
            <FormField
              key={field.apiName}
              label={field.label}
              required={field.required}
              error={problem && problemText(problem)}
              hint={field.type === "currency" ? field.currency : undefined}
              className={field.type === "multi-line" ? "md:col-span-2" : undefined}
            >
              {(control) => (
                <FieldControl
                  field={field}
                  value={value}
                  lookupName={typeof value === "string" ? names[value] : undefined}
                  control={control}
                  autoFocus={field.apiName === focus}
                  onChange={(next, name) => draft.set(field, next, name)}
                  onLeave={() => draft.check(field)}
                />
              )}
            </FormField>
          );
        })}
      </div>
      <footer className="sticky bottom-0 flex items-center gap-2 rounded-b-xl border-t border-border bg-card px-5 py-3">
        <Button type="submit" variant="primary" loading={isSaving}>
          {t("save")}
        </Button>
        <Button onClick={onCancel} disabled={isSaving}>
          {t("cancel")}
        </Button>
        {Object.keys(draft.problems).length > 0 && (
          <p role="status" className="text-xs text-state-failed">
            {t("problemCount", { count: Object.keys(draft.problems).length })}
          </p>
        )}
      </footer>
    </form>
  );
}
