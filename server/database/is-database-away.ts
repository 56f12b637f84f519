import { isPassingError } from "@/server/database/is-passing-error";

/** So deep at most is what was thrown wrapped by those between the driver and us. */
const DEPTH = 5;

/**
 * @returns whether a request failed because the database was away, which is nobody's mistake and passes. An error on purpose
 *   is none.
 */
export function isDatabaseAway(thrown: unknown, depth = DEPTH): boolean {
  if (depth === 0 || !(thrown instanceof Error)) return false;
  if (isPassingError(thrown)) return true;
  const { cause, meta } = thrown as { cause?: unknown; meta?: { driverAdapterError?: unknown } };
  return isDatabaseAway(cause, depth - 1) || isDatabaseAway(meta?.driverAdapterError, depth - 1);
}
