import type { Json } from "@/core/values/json";

/** What stands where a secret stood. */
export const REDACTED = "•••";

/** In characters. A shorter one would also hit ordinary text. */
export const SHORTEST_SECRET = 4;

/**
 * Makes a function that takes secrets out of values: as they are, and as they look in a URL, in JSON, in hexadecimal and
 * in base64 at any place of a longer text.
 *
 * @param secrets what must never be stored or shown
 */
export function redactor(secrets: readonly string[]): <T extends Json>(value: T) => T {
  const forms = [...new Set(secrets.filter((secret) => secret.length >= SHORTEST_SECRET).flatMap(formsOf))].sort(
    (one, other) => other.length - one.length,
  );
  const redactText = (text: string) => forms.reduce((rest, form) => rest.replaceAll(form, REDACTED), text);
  const redact = (value: Json): Json => {
    if (typeof value === "string") return redactText(value);
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.map(redact);
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [redactText(key), redact(entry)]));
  };
  return (forms.length === 0 ? (value: Json) => value : redact) as <T extends Json>(value: T) => T;
}

function formsOf(secret: string): string[] {
  const encoded = encodeURIComponent(secret);
  const hex = Buffer.from(secret).toString("hex");
  return [
    secret,
    encoded,
    encoded.replaceAll("%20", "+"),
    encoded.toLowerCase(),
    new URLSearchParams([["", secret]]).toString().slice(1),
    JSON.stringify(secret).slice(1, -1),
    hex,
    hex.toUpperCase(),
    ...[0, 1, 2].flatMap((offset) => base64Within(secret, offset)),
  ];
}

/** The characters of base64 that depend on the secret alone when it starts `offset` bytes into a group of three. */
function base64Within(secret: string, offset: number): string[] {
  const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(secret)]);
  const whole = bytes.toString("base64").replace(/=+$/, "");
  const start = offset === 0 ? 0 : offset + 1;
  const end = bytes.length % 3 === 0 ? whole.length : whole.length - 1;
  const inner = whole.slice(start, end);
  if (inner.length < SHORTEST_SECRET) return [];
  return [inner, inner.replaceAll("+", "-").replaceAll("/", "_")];
}
