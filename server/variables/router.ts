import { z } from "zod";
import { isStorableText } from "@/core/values/storable-text";
import { VARIABLE_NAME } from "@/core/values/variable-name";
import { builderProcedure, router } from "@/server/api/trpc";
import { deleteVariable } from "@/server/variables/delete-variable";
import { listVariables } from "@/server/variables/list-variables";
import { saveVariable } from "@/server/variables/save-variable";

const ById = z.strictObject({ id: z.uuid() });
const Text = z.string().refine(isStorableText);
const Content = z.strictObject({
  name: z.string().regex(VARIABLE_NAME),
  kind: z.enum(["plain", "secret"]),
  description: Text.max(500).default(""),
});

/** Secrets are saved and deleted by administrators alone; the use-cases look at the kind. */
export const variablesRouter = router({
  list: builderProcedure.query(({ ctx }) => listVariables(ctx.app, ctx.actor)),

  create: builderProcedure
    .input(Content.extend({ value: Text.max(10_000) }))
    .mutation(({ ctx, input }) => saveVariable(ctx.app, ctx.actor, { id: null, ...input })),

  update: builderProcedure
    .input(Content.extend({ id: z.uuid(), value: Text.max(10_000).optional() }))
    .mutation(({ ctx, input }) => saveVariable(ctx.app, ctx.actor, input)),

  delete: builderProcedure.input(ById).mutation(({ ctx, input }) => deleteVariable(ctx.app, ctx.actor, input)),
});
