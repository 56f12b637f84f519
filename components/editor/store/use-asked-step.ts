"use client";

import { useSearchParams } from "next/navigation";
import { useEffect } from "react";
import type { EditorStore } from "@/components/editor/store/editor-store";

/** Opens the step that the address asks for, on its field: `?step=add&field=inputs.email`, as a run's page links to it. */
export function useAskedStep(store: EditorStore): void {
  const asked = useSearchParams();
  const step = asked.get("step");
  const field = asked.get("field");
  useEffect(() => {
    const { document, openStep } = store.getState();
    if (step && document.nodes.some(({ id }) => id === step)) openStep(step, field ?? undefined);
  }, [store, step, field]);
}
