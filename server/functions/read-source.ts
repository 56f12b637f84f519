import { functionProblems } from "@/core/compiler/function-problems";
import type { FunctionHead } from "@/core/compiler/function-signature";
import { AppError } from "@/core/execution/errors";

/** Nobody reads more of them at once. */
const MOST_PROBLEMS = 20;

/**
 * Reads name and signature of a function about to be saved.
 *
 * @throws AppError FUNCTION_INVALID with the first problem, and the first twenty as details
 */
export function readSource(source: string): FunctionHead {
  const { head, problems } = functionProblems(source);
  const [first] = problems;
  if (head && !first) return head;
  throw new AppError(
    "FUNCTION_INVALID",
    { ...first },
    { details: { problems: problems.slice(0, MOST_PROBLEMS).map((one) => ({ ...one })) } },
  );
}
