import { z } from "zod";
import { AppError } from "@/core/execution/errors";

const Cursor = z.strictObject({
  /** The order it belongs to; another one refuses it. */
  sort: z.string().max(200),
  /** The sort key of the last row, as PostgreSQL writes it. */
  key: z.string().nullable(),
  id: z.uuid(),
});
export type Cursor = z.infer<typeof Cursor>;

export const encodeCursor = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString("base64url");

/** @throws BAD_REQUEST when the text is not a cursor of this order */
export function decodeCursor(text: string, sort: string): Cursor {
  const parsed = Cursor.safeParse(parseJson(Buffer.from(text, "base64url").toString("utf8")));
  if (!parsed.success || parsed.data.sort !== sort || parsed.data.key?.includes("\0")) {
    throw new AppError("BAD_REQUEST", { reason: "cursor" }, { details: { field: "cursor" } });
  }
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
