import { AppError } from "@/core/execution/errors";
import { restSentence } from "@/server/api/rest/rest-sentence";
import type { Cursor } from "@/server/executions/list-executions";

/** Writes where a page ended as text for a URL. */
export const encodeCursor = ({ startedAt, id }: Cursor): string => `${startedAt?.getTime() ?? ""}_${id}`;

/**
 * Reads what `encodeCursor` wrote.
 *
 * @throws BAD_REQUEST for any other text
 */
export function decodeCursor(text: string): Cursor {
  const match = /^(\d{1,15})?_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text);
  const id = match?.[2];
  if (!match || !id) throw new AppError("BAD_REQUEST", { reason: restSentence("badCursor") });
  return { startedAt: match[1] === undefined ? null : new Date(Number(match[1])), id };
}
