import type { ExecutionError } from "@/core/execution/errors";
import { inSentence } from "@/core/execution/in-sentence";
import type { Json } from "@/core/values/json";

/** A sentence for people: a message key below `executions.` and its parameters. */
export interface Headline {
  key: string;
  params: Record<string, string | number>;
}

/** What is known around an error when its headline is made. */
export interface HeadlineFacts {
  /** The step's label; "" when the error belongs to no step. */
  step: string;
  /** The value the other side or the rule would not take, where one is known. */
  offending?: { label: string; value: Json } | null;
}

/** So that a headline stays within 120 characters. */
const LABEL_LENGTH = 32;
const VALUE_LENGTH = 28;
const SAID_LENGTH = 56;

/** So that a sentence stands even where the journal of an older run misses a value. */
const UNKNOWN = {
  limit: 0,
  seconds: 0,
  times: 0,
  megabytes: 0,
  host: "",
  origin: "",
  connection: "",
  input: "",
  module: "",
  id: "",
};

/** @returns who could not do what because of which value or rule: `headline.<code>`, with a variant where more is known. */
export function headlineOf(error: ExecutionError, { step, offending }: HeadlineFacts): Headline {
  const params: Headline["params"] = {
    ...UNKNOWN,
    ...printable(error.params),
    step: cut(step, LABEL_LENGTH),
    said: cut(oneLine(error.message), SAID_LENGTH),
    line: error.line ?? 0,
    status: error.status ?? 0,
    field: error.field ?? "",
  };
  if (typeof params.target !== "string" || params.target === "") params.target = params.step ?? "";
  params.target = cut(String(params.target), LABEL_LENGTH);
  if (error.code.startsWith("HTTP_STATUS")) return httpHeadline(error, params, offending);
  if (error.code === "CODE_THREW" && error.line) return { key: "headline.CODE_THREW_AT_LINE", params };
  if (offending && error.code === "RECORD_INVALID")
    return { key: "headline.RECORD_INVALID_VALUE", params: withValue(params, offending) };
  return { key: `headline.${error.code}`, params };
}

function httpHeadline(
  error: ExecutionError,
  params: Headline["params"],
  offending: HeadlineFacts["offending"],
): Headline {
  const { status = 0 } = error;
  if (offending && status < 500 && isEmpty(offending.value)) {
    return { key: "headline.HTTP_REFUSED_EMPTY", params: withValue(params, offending) };
  }
  if (offending && status < 500) return { key: "headline.HTTP_REFUSED_VALUE", params: withValue(params, offending) };
  if (status === 401 || status === 403) return { key: "headline.HTTP_NOT_LET_IN", params };
  if (status === 404) return { key: "headline.HTTP_NOT_FOUND", params };
  if (status === 429) return { key: "headline.HTTP_TOO_MANY", params };
  if (status >= 500) return { key: "headline.HTTP_SERVICE_FAULT", params };
  return { key: "headline.HTTP_STATUS", params };
}

const withValue = (params: Headline["params"], offending: { label: string; value: Json }): Headline["params"] => ({
  ...params,
  label: cut(inSentence(offending.label), LABEL_LENGTH),
  value: cut(typeof offending.value === "string" ? offending.value : JSON.stringify(offending.value), VALUE_LENGTH),
});

const printable = (params: Record<string, Json>): Headline["params"] =>
  Object.fromEntries(
    Object.entries(params).map(([key, value]) => [
      key,
      typeof value === "number"
        ? value
        : cut(typeof value === "string" ? oneLine(value) : JSON.stringify(value), SAID_LENGTH),
    ]),
  );

const isEmpty = (value: Json): boolean => value === null || value === "";

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

const cut = (text: string, length: number): string => (text.length > length ? `${text.slice(0, length - 1)}…` : text);
