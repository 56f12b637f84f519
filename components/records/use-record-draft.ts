"use client";

import { useMemo, useState } from "react";
import { type DraftValue, draftValue, typedValue } from "@/components/records/draft-value";
import type { CrmField, CrmModule, CrmRecord } from "@/core/records/field-types";
import { type RecordData, type RecordProblem, validateField } from "@/core/records/validate-record";

/** A record being typed: the controls' values, what differs from the saved record, and what does not fit. */
export interface RecordDraft {
  values: Record<string, DraftValue>;
  /** Names of records chosen in lookups, by id. */
  names: Record<string, string>;
  problems: Record<string, RecordProblem>;
  isDirty: boolean;
  /** Rises with every save that was refused, so that the form can go to the first problem. */
  refusals: number;
  set: (field: CrmField, value: DraftValue, name?: string | null) => void;
  /** Checks one field, when it is left. */
  check: (field: CrmField) => void;
  /** Checks all. @returns the changed values, or null when something does not fit */
  submit: () => RecordData | null;
  showProblems: (problems: RecordProblem[]) => void;
  reset: () => void;
}

/** @param saved the record to change; null for a new one, which starts with the fields' initial values */
export function useRecordDraft(crmModule: CrmModule, saved: CrmRecord | null): RecordDraft {
  const start = useMemo(() => startValues(crmModule, saved), [crmModule, saved]);
  const [typed, setTyped] = useState<Record<string, DraftValue>>({});
  const [names, setNames] = useState<Record<string, string>>({});
  const [problems, setProblems] = useState<Record<string, RecordProblem>>({});
  const [refusals, setRefusals] = useState(0);
  const values = { ...start, ...typed };
  const changed = crmModule.fields.filter(({ apiName }) => values[apiName] !== start[apiName]);

  const problemOf = (field: CrmField): RecordProblem | null => {
    const result = validateField(field, typedValue(field, values[field.apiName] ?? null));
    return "problem" in result ? result.problem : null;
  };
  const show = (found: RecordProblem[]) => {
    setProblems(byField(found));
    if (found.length > 0) setRefusals((count) => count + 1);
  };
  return {
    values,
    names,
    problems,
    isDirty: changed.length > 0,
    refusals,
    set: (field, value, name) => {
      setTyped((before) => ({ ...before, [field.apiName]: value }));
      setProblems(({ [field.apiName]: _mended, ...others }) => others);
      if (typeof value === "string" && name) setNames((before) => ({ ...before, [value]: name }));
    },
    check: (field) => {
      const found = problemOf(field);
      if (found && found.code !== "REQUIRED") setProblems((before) => ({ ...before, [field.apiName]: found }));
    },
    submit: () => {
      const looked = saved ? changed : crmModule.fields;
      const found = looked.flatMap((field) => problemOf(field) ?? []);
      show(found);
      if (found.length > 0) return null;
      const sent = saved ? changed : crmModule.fields;
      return Object.fromEntries(sent.map((field) => [field.apiName, typedValue(field, values[field.apiName] ?? null)]));
    },
    showProblems: show,
    reset: () => {
      setTyped({});
      setProblems({});
    },
  };
}

const byField = (problems: RecordProblem[]) => Object.fromEntries(problems.map((problem) => [problem.field, problem]));

const startValues = (crmModule: CrmModule, saved: CrmRecord | null) =>
  Object.fromEntries(
    crmModule.fields.map((field) => [
      field.apiName,
      draftValue(field, saved ? saved[field.apiName] : (field.initialValue ?? null)),
    ]),
  );
