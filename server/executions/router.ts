import { z } from "zod";
import { builderProcedure, memberProcedure, router } from "@/server/api/trpc";
import { attentionCount } from "@/server/executions/attention-count";
import { cancelExecution } from "@/server/executions/cancel-execution";
import { countExecutions } from "@/server/executions/count-executions";
import { cutForDisplay } from "@/server/executions/cut-for-display";
import { decideExecution } from "@/server/executions/decide-execution";
import { DecisionInput } from "@/server/executions/decision-input";
import { executionChanges } from "@/server/executions/execution-changes";
import { executionCode } from "@/server/executions/execution-code";
import { ExecutionFilter } from "@/server/executions/execution-filter";
import { getExecution } from "@/server/executions/get-execution";
import { listExecutions } from "@/server/executions/list-executions";
import { MOST_RERUNS, rerunAll } from "@/server/executions/rerun-all";
import { rerunExecution } from "@/server/executions/rerun-execution";

const ById = z.strictObject({ id: z.uuid() });
const Cursor = z.strictObject({ startedAt: z.date().nullable(), id: z.uuid() });

export const executionsRouter = router({
  list: memberProcedure
    .input(
      z.strictObject({
        filter: ExecutionFilter.default({}),
        cursor: Cursor.nullish(),
        /** Sent by infinite queries; pages only ever go forward. */
        direction: z.literal("forward").optional(),
        limit: z.number().int().min(1).max(100).default(50),
      }),
    )
    .query(({ ctx, input }) =>
      listExecutions(ctx.app, ctx.actor, {
        filter: input.filter,
        limit: input.limit,
        cursor: input.cursor ?? undefined,
      }),
    ),

  count: memberProcedure
    .input(z.strictObject({ filter: ExecutionFilter.default({}) }))
    .query(({ ctx, input }) => countExecutions(ctx.app, ctx.actor, input)),

  attentionCount: memberProcedure.query(({ ctx }) => attentionCount(ctx.app, ctx.actor)),

  get: memberProcedure
    .input(ById)
    .query(async ({ ctx, input }) => cutForDisplay(await getExecution(ctx.app, ctx.actor, input))),

  code: builderProcedure.input(ById).query(({ ctx, input }) => executionCode(ctx.app, ctx.actor, input)),

  cancel: memberProcedure.input(ById).mutation(({ ctx, input }) => cancelExecution(ctx.app, ctx.actor, input)),

  /** Says how a run goes on that needs a decision; who may is looked at by the use-case. */
  decide: memberProcedure
    .input(ById.extend(DecisionInput.shape))
    .mutation(({ ctx, input }) => decideExecution(ctx.app, ctx.actor, input)),

  rerun: memberProcedure
    .input(ById.extend({ version: z.enum(["live", "same"]) }))
    .mutation(({ ctx, input }) => rerunExecution(ctx.app, ctx.actor, input)),

  /** Failed ones together: these, or what the filter finds. */
  rerunAll: memberProcedure
    .input(
      z.strictObject({
        ids: z.array(z.uuid()).min(1).max(MOST_RERUNS).optional(),
        filter: ExecutionFilter.extend({ status: z.enum(["failed", "refused", "attention"]) }).optional(),
      }),
    )
    .mutation(({ ctx, input }) => rerunAll(ctx.app, ctx.actor, input)),

  /** The ids of executions that changed; of one, when it is named. */
  changes: memberProcedure
    .input(z.strictObject({ id: z.uuid().optional() }))
    .subscription(({ ctx, input, signal }) =>
      executionChanges(
        ctx.app,
        ctx.actor,
        input,
        AbortSignal.any([signal, ctx.signal].filter((one) => one !== undefined)),
      ),
    ),
});
