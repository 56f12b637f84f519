import type { CrmField, FieldType } from "@/core/records/field-types";
import { parseDate, parseDateTime } from "@/core/records/parse-date";
import type { Json } from "@/core/values/json";
import { isStorableText, storableText } from "@/core/values/storable-text";

/** Why a value is refused. Its sentence is the message `records.problems.<code>`. */
const PROBLEM_CODES = [
  "REQUIRED",
  "UNKNOWN_FIELD",
  "NOT_TEXT",
  "NOT_A_NUMBER",
  "NOT_YES_OR_NO",
  "TOO_LONG",
  "TOO_LARGE",
  "BAD_TEXT",
  "LINE_BREAK",
  "BAD_EMAIL",
  "BAD_PHONE",
  "BAD_URL",
  "BAD_DATE",
  "BAD_DATE_TIME",
  "NOT_AN_OPTION",
  "BAD_LOOKUP",
  "LOOKUP_NOT_FOUND",
  "NOT_UNIQUE",
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** The value to store, or why it is refused. */
export type RuleResult =
  | { ok: true; value: string | number | boolean }
  | { ok: false; code: ProblemCode; params?: Record<string, Json> };

/** The rule of each field type, for a value that is neither null nor "". Text is kept as typed. */
export const FIELD_RULES: Record<FieldType, (value: unknown, field: CrmField) => RuleResult> = {
  text: (value) => textWithin(value, 255, (text) => (/[\r\n]/.test(text) ? "LINE_BREAK" : null)),
  "multi-line": (value) => textWithin(value, 32_000, () => null),
  email: (value) => textWithin(value, 254, (text) => (EMAIL.test(text) ? null : "BAD_EMAIL")),
  phone: (value) => textWithin(value, 40, (text) => (isPhone(text) ? null : "BAD_PHONE")),
  url: (value) => textWithin(value, 2_048, (text) => (linkTarget(text) ? null : "BAD_URL")),
  number: numberRule,
  currency: numberRule,
  date: (value) => (parseDate(value) ? accept(value as string) : refuse("BAD_DATE", { value: shown(value) })),
  "date-time": (value) => {
    const instant = parseDateTime(value);
    return instant ? accept(instant) : refuse("BAD_DATE_TIME", { value: shown(value) });
  },
  "yes-no": (value) => (typeof value === "boolean" ? accept(value) : refuse("NOT_YES_OR_NO", { value: shown(value) })),
  "pick-list": (value, field) => {
    const options = field.options ?? [];
    if (typeof value === "string" && options.includes(value)) return accept(value);
    return refuse("NOT_AN_OPTION", { value: shown(value), options: options.join(", ") });
  },
  lookup: (value) =>
    typeof value === "string" && UUID.test(value)
      ? accept(value.toLowerCase())
      : refuse("BAD_LOOKUP", { value: shown(value) }),
};

/**
 * The address a URL field points at: the text itself, or with `https://` before it when no scheme was written.
 *
 * @returns an absolute http(s) URL, or null when the text is no web address
 */
export function linkTarget(text: string): string | null {
  const candidate = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (/\s/.test(text) || !URL.canParse(candidate)) return null;
  const url = new URL(candidate);
  const isWeb = url.protocol === "http:" || url.protocol === "https:";
  return isWeb && (url.hostname.includes(".") || url.hostname === "localhost") ? candidate : null;
}

const accept = (value: string | number | boolean): RuleResult => ({ ok: true, value });
const refuse = (code: ProblemCode, params?: Record<string, Json>): RuleResult => ({ ok: false, code, params });

/** The rule browsers use for `<input type="email">`, with letters of every script: `maria@rossi` is an address by it. */
const EMAIL =
  /^[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]+@[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?)*$/u;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const LARGEST_NUMBER = 1e15;

function textWithin(value: unknown, longest: number, refusal: (text: string) => ProblemCode | null): RuleResult {
  if (typeof value !== "string") return refuse("NOT_TEXT", { value: shown(value) });
  if (!isStorableText(value)) return refuse("BAD_TEXT");
  if (value.length > longest) return refuse("TOO_LONG", { longest, length: value.length });
  const code = refusal(value);
  return code ? refuse(code, { value: shown(value) }) : accept(value);
}

function numberRule(value: unknown): RuleResult {
  if (typeof value !== "number" || !Number.isFinite(value)) return refuse("NOT_A_NUMBER", { value: shown(value) });
  return Math.abs(value) > LARGEST_NUMBER ? refuse("TOO_LARGE", { largest: LARGEST_NUMBER }) : accept(value);
}

function isPhone(text: string): boolean {
  const digits = text.replace(/\D/g, "").length;
  return digits >= 3 && /^\+?[\d\s()./#*,;-]+(?:(?:x|ext\.?)\s*\d+)?$/i.test(text);
}

/** The value as a person wrote it, short enough for a sentence. */
function shown(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  return storableText(text.length > 80 ? `${text.slice(0, 79).replace(/\p{Surrogate}$/u, "")}…` : text);
}
