import { type ReactNode, useMemo } from "react";
import { useDataIn } from "@/components/editor/data/use-data-in";
import { FormContext, useStepForm } from "@/components/editor/fields/step-form";

/** What stands in it is filled in at the end of a loop's body: it sees what the steps inside give. */
export function AtEndOfBody({ setting, children }: { setting: string; children: ReactNode }) {
  const form = useStepForm();
  const sources = useDataIn(form.node.id, setting);
  const inside = useMemo(() => ({ ...form, sources }), [form, sources]);
  return <FormContext value={inside}>{children}</FormContext>;
}
