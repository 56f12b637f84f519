import { z } from "zod";
import { builderProcedure, router } from "@/server/api/trpc";
import { attachToButton } from "@/server/functions/attach-to-button";
import { createFunction } from "@/server/functions/create-function";
import { deleteFunction } from "@/server/functions/delete-function";
import { executeFunction } from "@/server/functions/execute-function";
import { getFunction } from "@/server/functions/get-function";
import { listFunctions } from "@/server/functions/list-functions";
import { saveFunction } from "@/server/functions/save-function";

const ById = z.strictObject({ id: z.uuid() });
const LONGEST_SOURCE = 200_000;
const Source = z.string().min(1).max(LONGEST_SOURCE);
const ArgumentName = z.string().min(1).max(100);
const ArgumentSource = z.discriminatedUnion("from", [
  z.strictObject({ from: z.literal("field"), field: z.string().min(1).max(100) }),
  z.strictObject({ from: z.literal("record") }),
  z.strictObject({ from: z.literal("fixed"), value: z.json() }),
]);
const Description = z.string().max(2_000);

export const functionsRouter = router({
  list: builderProcedure.query(({ ctx }) => listFunctions(ctx.app, ctx.actor)),

  get: builderProcedure.input(ById).query(({ ctx, input }) => getFunction(ctx.app, ctx.actor, input)),

  create: builderProcedure
    .input(z.strictObject({ source: Source, description: Description.optional() }))
    .mutation(({ ctx, input }) => createFunction(ctx.app, ctx.actor, input)),

  save: builderProcedure
    .input(ById.extend({ source: Source, description: Description.optional(), version: z.number().int().min(0) }))
    .mutation(({ ctx, input }) => saveFunction(ctx.app, ctx.actor, input)),

  delete: builderProcedure.input(ById).mutation(({ ctx, input }) => deleteFunction(ctx.app, ctx.actor, input)),

  execute: builderProcedure
    .input(ById.extend({ arguments: z.record(ArgumentName, z.json()) }))
    .mutation(({ ctx, input }) => executeFunction(ctx.app, ctx.actor, input)),

  attachToButton: builderProcedure
    .input(
      ById.extend({
        module: z.string().min(1).max(100),
        label: z.string().trim().min(1).max(120),
        arguments: z.record(ArgumentName, ArgumentSource),
      }),
    )
    .mutation(({ ctx, input }) => attachToButton(ctx.app, ctx.actor, input)),
});
