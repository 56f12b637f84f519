import type { Json } from "@/core/values/json";
import type { SecretVariable } from "@/server/variables/execution-variables";

/**
 * Puts the values of secret variables where their placeholders stand. Done to what leaves the process and to nothing else.
 *
 * @param encode how a value is written at that place
 */
export function fillSecrets(secrets: readonly SecretVariable[], encode: (value: string) => string = (value) => value) {
  const fillText = (text: string) =>
    secrets.reduce((rest, { placeholder, value }) => rest.replaceAll(placeholder, () => encode(value)), text);
  const fill = (value: Json): Json => {
    if (typeof value === "string") return fillText(value);
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.map(fill);
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [fillText(key), fill(entry)]));
  };
  return fill as <T extends Json>(value: T) => T;
}
