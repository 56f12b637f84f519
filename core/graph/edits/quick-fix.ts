import type { GraphEdge } from "@/core/graph/document";
import type { Json } from "@/core/values/json";

/**
 * What puts a problem right, as data: a named pure edit with its arguments. `field` is the dotted path of the setting,
 * `subject` the piece of its formula in question, as written.
 */
export type QuickFix =
  /** Takes a line away. */
  | { kind: "remove-line"; edge: GraphEdge }
  /** Leaves one of each line that leads out of the node. */
  | { kind: "single-lines"; nodeId: string }
  /** Takes a step away, and joins what it stood between. */
  | { kind: "remove-step"; nodeId: string }
  | { kind: "disable"; nodeId: string }
  /** Gives a step another name in formulas. Formulas keep reading the step that has the name then. */
  | { kind: "rename"; nodeId: string; name: string }
  /** Sets a setting. */
  | { kind: "configure"; nodeId: string; field: string; value: Json }
  /** Gives the value of one field of a record to another field: `from` and `to` are API names. */
  | { kind: "rename-field"; nodeId: string; from: string; to: string }
  /** Gives a field of a record no value. */
  | { kind: "remove-field"; nodeId: string; name: string }
  /** Writes one thing for another in a field's formula or code; `line` (from 1) names the line of code. */
  | { kind: "replace-in-field"; nodeId: string; field: string; from: string; to: string; line?: number }
  /** Reads another name wherever a field's formula or code reads this one. */
  | { kind: "read-instead"; nodeId: string; field: string; from: string; to: string }
  /** Says what to use when it is empty; `fallback` is TypeScript. */
  | { kind: "fallback"; nodeId: string; field: string; subject: string; fallback: string }
  /** Goes past the step when it is empty: a condition before it. */
  | { kind: "skip-when-empty"; nodeId: string; subject: string; label: string }
  /** Fails with a message when it is empty. */
  | { kind: "fail-when-empty"; nodeId: string; field: string; subject: string; message: string };
