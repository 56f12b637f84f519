import { z } from "zod";
import { builderProcedure, router } from "@/server/api/trpc";
import { attachToButton } from "@/server/functions/attach-to-button";
import { callersBehind } from "@/server/functions/callers-behind";
import { checkSource } from "@/server/functions/check-source";
import { createFunction } from "@/server/functions/create-function";
import { deleteFunction } from "@/server/functions/delete-function";
import { executeFunction } from "@/server/functions/execute-function";
import { getFunction } from "@/server/functions/get-function";
import { getFunctionVersion } from "@/server/functions/get-function-version";
import { listFunctionVersions } from "@/server/functions/list-function-versions";
import { listFunctions } from "@/server/functions/list-functions";
import { publishFunction } from "@/server/functions/publish-function";
import { publishFunctionPreview } from "@/server/functions/publish-function-preview";
import { republishCallers } from "@/server/functions/republish-callers";
import { saveFunctionDraft } from "@/server/functions/save-function-draft";

/** What PostgreSQL can count to. */
const MOST_VERSIONS = 2_147_483_647;
const ById = z.strictObject({ id: z.uuid() });
const LONGEST_SOURCE = 200_000;
/** Who empties the editor has a draft too. */
const Source = z.string().max(LONGEST_SOURCE);
const Revision = z.number().int().min(1).max(MOST_VERSIONS);
const Note = z.string().max(2_000);
/** Who has more chooses them in parts. */
const MOST_CALLERS = 200;
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
    .input(
      z.strictObject({
        source: Source,
        description: Description.optional(),
        draft: z.boolean().optional(),
        note: Note.optional(),
      }),
    )
    .mutation(({ ctx, input }) => createFunction(ctx.app, ctx.actor, input)),

  saveDraft: builderProcedure
    .input(ById.extend({ revision: Revision, source: Source, description: Description.optional() }))
    .mutation(({ ctx, input }) => saveFunctionDraft(ctx.app, ctx.actor, input)),

  publishPreview: builderProcedure
    .input(ById)
    .query(({ ctx, input }) => publishFunctionPreview(ctx.app, ctx.actor, input)),

  publish: builderProcedure
    .input(ById.extend({ revision: Revision, note: Note.optional() }))
    .mutation(({ ctx, input }) => publishFunction(ctx.app, ctx.actor, input)),

  callersBehind: builderProcedure.input(ById).query(({ ctx, input }) => callersBehind(ctx.app, ctx.actor, input)),

  republishCallers: builderProcedure
    .input(ById.extend({ automationIds: z.array(z.uuid()).min(1).max(MOST_CALLERS), note: Note }))
    .mutation(({ ctx, input }) => republishCallers(ctx.app, ctx.actor, input)),

  versions: builderProcedure.input(ById).query(({ ctx, input }) => listFunctionVersions(ctx.app, ctx.actor, input)),

  version: builderProcedure
    .input(ById.extend({ number: z.number().int().min(1).max(MOST_VERSIONS) }))
    .query(({ ctx, input }) => getFunctionVersion(ctx.app, ctx.actor, input)),

  /** A mutation: a source is too long for an address. */
  check: builderProcedure
    .input(z.strictObject({ source: Source }))
    .mutation(({ ctx, input }) => checkSource(ctx.app, ctx.actor, input)),

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
