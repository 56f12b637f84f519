import type { z } from "zod";
import { AppError } from "@/core/execution/errors";

/**
 * Checks a part of a request against its schema.
 *
 * @throws BAD_REQUEST naming each field that is wrong
 */
export function parseInput<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.slice(0, 20).map((issue) => ({
    field: issue.path.join("."),
    problem: issue.message,
  }));
  const reason = problems.map(({ field, problem }) => (field ? `${field}: ${problem}` : problem)).join("; ");
  throw new AppError("BAD_REQUEST", { reason }, { details: problems });
}
