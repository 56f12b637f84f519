import { z } from "zod";
import type { FunctionSignature } from "@/core/compiler/program";

/** A signature as `function.signature` keeps it. */
export const FunctionSignatureSchema: z.ZodType<FunctionSignature> = z.object({
  parameters: z.array(z.object({ name: z.string(), type: z.string(), optional: z.boolean() })),
  returnType: z.string(),
});
