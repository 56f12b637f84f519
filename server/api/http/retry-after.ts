import { AppError } from "@/core/execution/errors";

/** When nobody can say better. */
const SOON = 1;

/** A caller who is refused because there is too much to do is told when to come again, in seconds. */
export function retryAfter(thrown: unknown, status: number): number | null {
  if (status !== 429 && status !== 503) return null;
  const seconds = thrown instanceof AppError ? Number(thrown.params.seconds) : Number.NaN;
  return seconds >= 1 ? Math.ceil(seconds) : SOON;
}
