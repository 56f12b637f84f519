import type { QuickFix } from "@/core/graph/edits/quick-fix";
import type { Json } from "@/core/values/json";

/** A finding about a graph. Its sentence is the message `diagnostics.<code>` with `params`. */
export interface Diagnostic {
  code: DiagnosticCode;
  /** An error blocks publishing; a warning does not. */
  severity: "error" | "warning";
  nodeId?: string;
  /** Dotted path into the node's config ("values.email"). */
  field?: string;
  params: Record<string, Json>;
  /** What would put it right, best first: data for `applyQuickFix`. */
  fix?: QuickFix[];
}

/** Stable codes; `docs/diagnostics.md` lists them and a test keeps it equal. */
export const DIAGNOSTIC_CODES = [
  "DOCUMENT_INVALID",
  "UNKNOWN_NODE_TYPE",
  "DUPLICATE_NODE_ID",
  "DUPLICATE_NAME",
  "RESERVED_NAME",
  "NO_TRIGGER",
  "MANY_TRIGGERS",
  "EDGE_TO_NOWHERE",
  "EDGE_UNKNOWN_HANDLE",
  "EDGE_INTO_TRIGGER",
  "DUPLICATE_EDGE",
  "CYCLE",
  "UNREACHABLE_NODE",
  "TOO_DEEP",
  "UNKNOWN_LOOP",
  "EDGE_CROSSES_LOOP",
  "OUTSIDE_LOOP",
  "BREAK_IN_PARALLEL",
  "EMPTY_LOOP",
  "MISSING_SETTING",
  "BAD_SETTING",
  "TURNS_UNKNOWN",
  "UNKNOWN_NAME",
  "NAME_MAY_BE_MISSING",
  "BAD_FORMULA",
  "BAD_CODE",
  "RESERVED_IDENTIFIER",
  "UNKNOWN_FUNCTION",
  "FUNCTION_NOT_PUBLISHED",
  "UNKNOWN_ARGUMENT",
  "UNKNOWN_CONNECTION",
  "UNKNOWN_SERVICE_ACTION",
  "UNKNOWN_MODULE",
  "UNKNOWN_FIELD",
  "UNKNOWN_AUTOMATION",
  "TOO_MANY_AFTER",
  "UNUSED_OUTPUT",
  "NOT_A_LIST",
  "TRIGGERS_ITSELF",
  "STATEMENTS_OVER_LIMIT",
  "START_NOT_SERVED",
  "NOTHING_HAPPENS",
  "WRONG_KIND",
  "NOT_A_CHOICE",
  "UNKNOWN_PROPERTY",
  "WRONG_ARGUMENTS",
  "MAY_BE_EMPTY",
  "NEVER_EQUAL",
  "TYPE_PROBLEM",
] as const;
export type DiagnosticCode = (typeof DIAGNOSTIC_CODES)[number];

/** Builds an error. */
export const error = (
  code: DiagnosticCode,
  at: { nodeId?: string; field?: string } = {},
  params: Record<string, Json> = {},
): Diagnostic => ({ code, severity: "error", ...at, params });

/** Builds a warning. */
export const warning = (
  code: DiagnosticCode,
  at: { nodeId?: string; field?: string } = {},
  params: Record<string, Json> = {},
): Diagnostic => ({ code, severity: "warning", ...at, params });
