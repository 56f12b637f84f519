import { LimitChanges } from "@/core/execution/workspace-limits";
import { administratorProcedure, builderProcedure, router } from "@/server/api/trpc";
import { getLimits } from "@/server/limits/get-limits";
import { setLimits } from "@/server/limits/set-limits";

export const limitsRouter = router({
  get: builderProcedure.query(({ ctx }) => getLimits(ctx.app, ctx.actor)),

  set: administratorProcedure.input(LimitChanges).mutation(({ ctx, input }) => setLimits(ctx.app, ctx.actor, input)),
});
