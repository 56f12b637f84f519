import type { JournalStep } from "@/core/execution/journal";
import { formulaText, type Setting, settingsIn } from "@/core/execution/settings-of";
import { leavesOf, valueAt } from "@/core/execution/value-at";
import type { GraphNode } from "@/core/graph/document";
import type { Json } from "@/core/values/json";

/** A setting of a step: what it was filled in from and what it came to. */
export interface FieldRow {
  /** Dotted path in the config. */
  setting: string;
  name: string;
  /** Null for a fixed value. */
  formula: string | null;
  /** Undefined where the journal does not have it. */
  value: Json | undefined;
}

/** @returns one row for each setting that takes a value. */
export function fieldRows(node: GraphNode, step: Pick<JournalStep, "input" | "output">): FieldRow[] {
  const settings = settingsIn(node.config as Json);
  // A step without an input of its own gives what its one setting came to.
  const only = settings.length === 1 && step.input === null ? step.output : undefined;
  return settings.map((setting) => ({
    setting: setting.path.join("."),
    name: setting.path.at(-1) ?? "",
    formula: formulaText(setting.value),
    value: setting.value.kind === "literal" ? (setting.value.value as Json) : (only ?? inputFor(setting, step.input)),
  }));
}

/** The input groups values otherwise than the config does (`body.email` for `inputs.email`); the key is the same. */
function inputFor({ path }: Setting, input: Json): Json | undefined {
  const exact = valueAt(input, path);
  if (exact !== undefined) return exact;
  const key = path.at(-1) ?? "";
  for (const group of ["body", "query", "data", "args"]) {
    const held = valueAt(input, [group, key]);
    if (held !== undefined) return held;
  }
  return valueAt(input, [key]) ?? leavesOf(input).find((leaf) => leaf.path.at(-1) === key)?.value;
}
