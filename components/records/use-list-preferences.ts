"use client";

import { useEffect, useState } from "react";
import { defaultColumns } from "@/core/records/default-columns";
import type { CrmField, CrmModule } from "@/core/records/field-types";

export interface ListPreferences {
  columns: CrmField[];
  isDense: boolean;
  setColumns: (apiNames: string[]) => void;
  setDense: (isDense: boolean) => void;
}

interface Kept {
  columns?: string[];
  isDense?: boolean;
}

/** Columns and row height of a record type's list, kept in this browser. */
export function useListPreferences(crmModule: CrmModule): ListPreferences {
  const key = `millrace.list.${crmModule.apiName}`;
  const [kept, setKept] = useState<Kept>({});
  useEffect(() => setKept(readKept(key)), [key]);
  const keep = (change: Kept) => {
    const next = { ...kept, ...change };
    setKept(next);
    window.localStorage.setItem(key, JSON.stringify(next));
  };
  const chosen = kept.columns && crmModule.fields.filter((field) => kept.columns?.includes(field.apiName));
  return {
    columns: chosen ?? defaultColumns(crmModule),
    isDense: kept.isDense ?? false,
    setColumns: (columns) => keep({ columns }),
    setDense: (isDense) => keep({ isDense }),
  };
}

function readKept(key: string): Kept {
  try {
    return (JSON.parse(window.localStorage.getItem(key) ?? "{}") ?? {}) as Kept;
  } catch {
    return {};
  }
}
