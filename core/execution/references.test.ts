import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ERRORS, type ErrorCode } from "@/core/execution/errors";
import { LIMITS } from "@/core/execution/limits";
import { type LimitName, SETTABLE_LIMITS } from "@/core/execution/workspace-limits";
import sentences from "@/messages/en/errors.json";

const codes = Object.keys(ERRORS) as ErrorCode[];

test("every error has a sentence, and every sentence an error", () => {
  expect(Object.keys(sentences).sort()).toEqual([...codes].sort());
});

test("docs/errors.md lists the catalogue", () => {
  expectDocument("docs/errors.md", errorReference());
});

test("docs/limits.md lists the limits", () => {
  expectDocument("docs/limits.md", limitReference());
});

/** Run with UPDATE_DOCS=1 to write the document anew. */
function expectDocument(path: string, text: string): void {
  if (process.env.UPDATE_DOCS) writeFileSync(path, text);
  expect(readFileSync(path, "utf8")).toBe(text);
}

function errorReference(): string {
  const rows = codes.map((code) => {
    const { httpStatus, fault, retryable, zoho = "" } = ERRORS[code] as (typeof ERRORS)[ErrorCode] & { zoho?: string };
    const sentence = sentences[code].replaceAll("<", "&lt;").replaceAll("|", "\\|");
    return `| \`${code}\` | ${httpStatus} | ${fault} | ${retryable ? "yes" : "no"} | ${zoho} | ${sentence} |`;
  });
  return `# Errors

Every error people or callers can meet, by its stable code. *Status* is the HTTP status of the answer that carries it,
*fault* says where to look, *retryable* whether the same attempt may succeed later without a change. Made from
\`core/execution/errors.ts\` and \`messages/en/errors.json\`.

| code | status | fault | retryable | Zoho's words | sentence |
|---|---|---|---|---|---|
${rows.join("\n")}
`;
}

function limitReference(): string {
  const all = Object.entries(LIMITS).flatMap(([name, limit]): [string, number][] =>
    typeof limit === "number"
      ? [[name, limit]]
      : Object.entries(limit).map(([part, value]): [string, number] => [`${name}.${part}`, value]),
  );
  const rows = all.map(([name, value]) => {
    const settable = Object.hasOwn(SETTABLE_LIMITS, name) ? SETTABLE_LIMITS[name as LimitName] : null;
    const range = settable && `${settable.least.toLocaleString("en")} to ${settable.most.toLocaleString("en")}`;
    return `| \`${name}\` | ${value.toLocaleString("en")} | ${range ?? ""} |`;
  });
  return `# Limits

The bounds on one run, call, document or day: times in milliseconds, sizes in bytes unless the name says otherwise. Where a
range stands, an administrator may set the limit for the workspace on the page *Limits* or by \`PATCH /api/v1/limits\`; a run
keeps the limits it began with. What is counted \`perDay\` is counted from midnight to midnight in the workspace's time zone;
of function calls the lower of \`functionCalls\` and \`functionCallsPerPerson\` × \`peopleCounted\` counts. Made from
\`core/execution/limits.ts\` and \`core/execution/workspace-limits.ts\`.

| limit | value | may be set |
|---|---|---|
${rows.join("\n")}
`;
}
