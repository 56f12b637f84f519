import { z } from "zod";
import { builderProcedure, router } from "@/server/api/trpc";
import { automationCode } from "@/server/automations/automation-code";
import { checkAutomation } from "@/server/automations/check-automation";
import { compileContext } from "@/server/automations/compile-context";
import { createAutomation } from "@/server/automations/create-automation";
import { deleteAutomation } from "@/server/automations/delete-automation";
import { duplicateAutomation } from "@/server/automations/duplicate-automation";
import { exportDocument } from "@/server/automations/export-document";
import { getAutomation } from "@/server/automations/get-automation";
import { getVersion } from "@/server/automations/get-version";
import { importDocument } from "@/server/automations/import-document";
import { listAutomations } from "@/server/automations/list-automations";
import { listVersions } from "@/server/automations/list-versions";
import { previewFormula } from "@/server/automations/preview-formula";
import { publishAutomation } from "@/server/automations/publish-automation";
import { publishPreview } from "@/server/automations/publish-preview";
import { renameAutomation } from "@/server/automations/rename-automation";
import { runManual } from "@/server/automations/run-manual";
import { saveDraft } from "@/server/automations/save-draft";
import { setPaused } from "@/server/automations/set-paused";
import { testAutomation } from "@/server/automations/test-automation";

const ById = z.strictObject({ id: z.uuid() });
const Name = z.string().trim().min(1).max(120);
const Revision = z.number().int().min(1);
/** Checked by the use-case, which answers with the place of each mistake. */
const Document = z.json();

export const automationsRouter = router({
  list: builderProcedure
    .input(
      z.strictObject({
        search: z.string().max(200).optional(),
        status: z.enum(["not-live", "live", "changed", "paused"]).optional(),
        trigger: z.string().max(40).optional(),
        ownerId: z.string().max(100).optional(),
      }),
    )
    .query(({ ctx, input }) => listAutomations(ctx.app, ctx.actor, input)),

  get: builderProcedure.input(ById).query(({ ctx, input }) => getAutomation(ctx.app, ctx.actor, input)),

  context: builderProcedure.query(({ ctx }) => compileContext(ctx.app, ctx.actor)),

  create: builderProcedure
    .input(z.strictObject({ name: Name, document: Document.optional() }))
    .mutation(({ ctx, input }) => createAutomation(ctx.app, ctx.actor, input)),

  rename: builderProcedure
    .input(ById.extend({ name: Name }))
    .mutation(({ ctx, input }) => renameAutomation(ctx.app, ctx.actor, input)),

  duplicate: builderProcedure
    .input(ById.extend({ name: Name }))
    .mutation(({ ctx, input }) => duplicateAutomation(ctx.app, ctx.actor, input)),

  delete: builderProcedure
    .input(ById.extend({ force: z.boolean().optional() }))
    .mutation(({ ctx, input }) => deleteAutomation(ctx.app, ctx.actor, input)),

  pause: builderProcedure
    .input(ById)
    .mutation(({ ctx, input }) => setPaused(ctx.app, ctx.actor, { id: input.id, paused: true })),

  resume: builderProcedure
    .input(ById)
    .mutation(({ ctx, input }) => setPaused(ctx.app, ctx.actor, { id: input.id, paused: false })),

  saveDraft: builderProcedure
    .input(ById.extend({ revision: Revision, document: Document }))
    .mutation(({ ctx, input }) => saveDraft(ctx.app, ctx.actor, input)),

  check: builderProcedure.input(ById).query(({ ctx, input }) => checkAutomation(ctx.app, ctx.actor, input)),

  /** A mutation: formula and data are too long for an address. */
  previewFormula: builderProcedure
    .input(
      z.strictObject({
        code: z.string().max(10_000),
        data: z.record(z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,63}$/), z.json()),
      }),
    )
    .mutation(({ ctx, input }) => previewFormula(ctx.app, ctx.actor, input)),

  publishPreview: builderProcedure.input(ById).query(({ ctx, input }) => publishPreview(ctx.app, ctx.actor, input)),

  publish: builderProcedure
    .input(ById.extend({ revision: Revision, note: z.string().max(2_000).optional(), paused: z.boolean().optional() }))
    .mutation(({ ctx, input }) => publishAutomation(ctx.app, ctx.actor, input)),

  versions: builderProcedure.input(ById).query(({ ctx, input }) => listVersions(ctx.app, ctx.actor, input)),

  version: builderProcedure
    .input(ById.extend({ number: z.number().int().min(1).max(2_147_483_647) }))
    .query(({ ctx, input }) => getVersion(ctx.app, ctx.actor, input)),

  code: builderProcedure
    .input(ById.extend({ which: z.enum(["draft", "live"]) }))
    .query(({ ctx, input }) => automationCode(ctx.app, ctx.actor, input)),

  export: builderProcedure.input(ById).query(({ ctx, input }) => exportDocument(ctx.app, ctx.actor, input)),

  import: builderProcedure
    .input(z.strictObject({ document: Document, publish: z.boolean().optional() }))
    .mutation(({ ctx, input }) => importDocument(ctx.app, ctx.actor, input)),

  test: builderProcedure
    .input(
      ById.extend({
        revision: Revision.optional(),
        stopBeforeEffects: z.boolean(),
        record: z.strictObject({ module: z.string().max(100), id: z.uuid() }).optional(),
        input: z.json().optional(),
      }),
    )
    .mutation(({ ctx, input }) => testAutomation(ctx.app, ctx.actor, input)),

  runManual: builderProcedure
    .input(ById.extend({ input: z.json().optional(), requestId: z.string().min(8).max(100).optional() }))
    .mutation(({ ctx, input }) => runManual(ctx.app, ctx.actor, input)),
});
