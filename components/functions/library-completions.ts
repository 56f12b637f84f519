import type { CodeCompletion } from "@/components/ui/code-editor";
import { LIBRARY_REFERENCE } from "@/core/library/reference";

/** The functions of the standard library, with how they are called and what they do. */
export const LIBRARY_COMPLETIONS: readonly CodeCompletion[] = LIBRARY_REFERENCE.flatMap(({ entries }) =>
  entries.map(({ group, name, signatures, description, example }) => ({
    label: `${group}.${name}`,
    type: "function",
    detail: signatures[0],
    info: `${description}\n\n${example.call} → ${example.gives}`,
  })),
);
