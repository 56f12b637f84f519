import { type FunctionHead, functionSignature } from "@/core/compiler/function-signature";
import { AppError } from "@/core/execution/errors";

/**
 * Reads name and signature of a function about to be saved.
 *
 * @throws AppError FUNCTION_INVALID with the line and the reason
 */
export function readSource(source: string): FunctionHead {
  const read = functionSignature(source);
  if ("problem" in read) throw new AppError("FUNCTION_INVALID", { ...read.problem, message: "" });
  return read.head;
}
