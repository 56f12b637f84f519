import type { AutomationDocument } from "@/core/graph/document";

/** The next free id of a step: "n7". Short, so that a document reads well and a change is one line in a diff. */
export function newStepId(document: AutomationDocument, alsoTaken: Iterable<string> = []): string {
  const taken = new Set([...document.nodes.map((node) => node.id), ...alsoTaken]);
  let number = document.nodes.length + 1;
  while (taken.has(`n${number}`)) number += 1;
  return `n${number}`;
}
