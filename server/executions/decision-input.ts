import { z } from "zod";
import { DECISION_CHOICES } from "@/core/execution/decisions";

/** A decision about a run, as pages and scripts send it. */
export const DecisionInput = z.strictObject({
  /** Of the question that is answered, as the run gives it. */
  revision: z.string().regex(/^\d{1,18}$/),
  choice: z.enum(DECISION_CHOICES),
  /** For `done`: what the step gets. */
  value: z.json().default(null),
});
