import { builderProcedure, router } from "@/server/api/trpc";
import { usage } from "@/server/quotas/usage";

export const quotasRouter = router({
  usage: builderProcedure.query(({ ctx }) => usage(ctx.app, ctx.actor)),
});
