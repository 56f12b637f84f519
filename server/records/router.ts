import { z } from "zod";
import { RecordFilter } from "@/core/records/record-filters";
import { memberProcedure, router } from "@/server/api/trpc";
import { deleteRecord } from "@/server/records/delete-record";
import { getRecord } from "@/server/records/get-record";
import { listModules } from "@/server/records/list-modules";
import { LARGEST_PAGE, listRecords } from "@/server/records/list-records";
import { recordTimeline } from "@/server/records/record-timeline";
import { saveRecord } from "@/server/records/save-record";

const ModuleName = z.string().min(1).max(100);
const RecordRef = z.strictObject({ module: ModuleName, id: z.uuid() });
const FieldValues = z.record(z.string().min(1).max(100), z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** What tRPC's infinite queries send beside the input; pages are only ever asked for forwards. */
const Paging = { cursor: z.string().max(2_000).nullish(), direction: z.literal("forward").optional() };

const ListRecordsQuery = z.strictObject({
  module: ModuleName,
  search: z.string().max(200).optional(),
  filters: z.array(RecordFilter).max(20).optional(),
  sort: z.strictObject({ by: z.string().min(1).max(100), direction: z.enum(["ascending", "descending"]) }).optional(),
  ...Paging,
  limit: z.number().int().min(1).max(LARGEST_PAGE).optional(),
});

export const recordsRouter = router({
  modules: memberProcedure.query(({ ctx }) => listModules(ctx.app, ctx.actor)),
  list: memberProcedure.input(ListRecordsQuery).query(({ ctx, input }) => listRecords(ctx.app, ctx.actor, input)),
  get: memberProcedure.input(RecordRef).query(({ ctx, input }) => getRecord(ctx.app, ctx.actor, input)),
  timeline: memberProcedure
    .input(z.strictObject({ id: z.uuid(), ...Paging }))
    .query(({ ctx, input }) => recordTimeline(ctx.app, ctx.actor, input)),
  create: memberProcedure
    .input(z.strictObject({ module: ModuleName, data: FieldValues }))
    .mutation(({ ctx, input }) => saveRecord(ctx.app, ctx.actor, input)),
  update: memberProcedure
    .input(RecordRef.extend({ data: FieldValues, revision: z.number().int().min(1) }))
    .mutation(({ ctx, input }) => saveRecord(ctx.app, ctx.actor, input)),
  delete: memberProcedure
    .input(RecordRef.extend({ revision: z.number().int().min(1).optional() }))
    .mutation(({ ctx, input }) => deleteRecord(ctx.app, ctx.actor, input)),
});
