import { storableText } from "@/server/runtime/journal/storable-text";

/**
 * Makes the text that the journal keeps of a value which programs see again in a replay: `jsonb` would put its keys into an
 * order of its own, and a program that goes through them, or sends them, would do otherwise than before.
 *
 * @returns null for null, which is an empty column
 */
export const textColumn = (value: unknown): string | null =>
  value === null || value === undefined ? null : storableText(JSON.stringify(value));
