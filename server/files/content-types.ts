/** The content types of the files that automations meet most, by the ending of the name. */
const BY_ENDING: Record<string, string> = {
  csv: "text/csv; charset=utf-8",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  gif: "image/gif",
  html: "text/html; charset=utf-8",
  ics: "text/calendar; charset=utf-8",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  json: "application/json",
  md: "text/markdown; charset=utf-8",
  pdf: "application/pdf",
  png: "image/png",
  svg: "image/svg+xml",
  txt: "text/plain; charset=utf-8",
  webp: "image/webp",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  xml: "application/xml",
  zip: "application/zip",
};

const TYPE = /^[\w!#$&^.+-]{1,60}\/[\w!#$&^.+-]{1,80}(?:\s*;\s*[\w-]{1,20}=(?:[\w.:+-]{1,40}|"[\w.:+ -]{1,40}"))?$/;

export const UNKNOWN_TYPE = "application/octet-stream";

/** @returns the type as it can be kept and sent on; null for what is no content type */
export function contentType(text: string): string | null {
  const trimmed = text.trim();
  return TYPE.test(trimmed) ? trimmed.toLowerCase() : null;
}

/** @returns the content type of a file of this name, if its ending tells */
export function typeByName(name: string): string | null {
  const ending = /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  return Object.hasOwn(BY_ENDING, ending) ? (BY_ENDING[ending] ?? null) : null;
}

/** @returns ".pdf" for "application/pdf"; "" where none is known */
export function endingOf(type: string): string {
  const essence = essenceOf(type);
  const known = Object.entries(BY_ENDING).find(([, held]) => essenceOf(held) === essence);
  return known ? `.${known[0]}` : "";
}

/** @returns whether what has this type is text that people and code read */
export function isTextType(type: string): boolean {
  const essence = essenceOf(type);
  if (/^text\//.test(essence) || /[/+](?:json|xml|yaml)$/.test(essence)) return essence !== "image/svg+xml";
  return TEXTS.has(essence);
}

const TEXTS = new Set([
  "application/ecmascript",
  "application/graphql",
  "application/javascript",
  "application/jsonl",
  "application/sql",
  "application/x-ndjson",
  "application/x-www-form-urlencoded",
  "application/x-yaml",
]);

const essenceOf = (type: string): string => (type.split(";")[0] ?? "").trim().toLowerCase();
