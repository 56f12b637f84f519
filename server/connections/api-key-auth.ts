import { z } from "zod";

/** How a key travels, as people set it and as `connection.auth` keeps it. */
export const ApiKeyAuthSchema = z.strictObject({
  kind: z.literal("api-key"),
  placement: z.enum(["header", "query"]),
  /** A header's name, which is a fine parameter name too. */
  parameter: z.string().regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,80}$/),
  prefix: z
    .string()
    .max(40)
    .regex(/^[\x20-\x7e]*$/)
    .optional(),
});
