/**
 * PostgreSQL refuses NUL and half surrogate pairs in JSON, which JavaScript allows: they are kept as the six characters
 * that escape them in JSON.
 *
 * @param json well-formed JSON text, as `JSON.stringify` writes it
 */
export function storableText(json: string): string {
  // Only what stringify escaped can be one of them; the rest of the check is for texts that hold such an escape.
  if (!ESCAPED.test(json)) return json;
  return JSON.stringify(JSON.parse(json), (_key, value: unknown) =>
    isPlainObject(value) ? withKeys(value) : escaped(value),
  );
}

const ESCAPED = /\\u(?:0000|d[89a-f])/i;
const UNSTORABLE = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const escaped = (value: unknown): unknown => (typeof value === "string" ? escapeText(value) : value);

const escapeText = (text: string): string =>
  text.replace(UNSTORABLE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);

const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const withKeys = (value: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value).map(([key, entry]) => [escapeText(key), entry]));
