"use client";

import { type ReactNode, useMemo } from "react";
import type { DataSource } from "@/components/editor/data/use-data-in";
import { FormContext, useStepForm } from "@/components/editor/fields/step-form";
import type { Json } from "@/core/values/json";

/**
 * A part of a form that can be filled in from more than the earlier steps: names that stand for something there alone.
 *
 * @param sources come first in the tree of data
 */
export function WithSources({ sources, children }: { sources: DataSource[]; children: ReactNode }) {
  const form = useStepForm();
  const inner = useMemo(() => {
    const data: Record<string, Json | undefined> = { ...form.data };
    for (const { entry } of sources) data[entry.name] = entry.example;
    return { ...form, sources: [...sources, ...form.sources], data };
  }, [form, sources]);
  return <FormContext value={inner}>{children}</FormContext>;
}
