import { z } from "zod";
import { builderProcedure, router } from "@/server/api/trpc";
import { listNotices } from "@/server/notices/list-notices";
import { markRead } from "@/server/notices/mark-read";

export const noticesRouter = router({
  list: builderProcedure.query(({ ctx }) => listNotices(ctx.app, ctx.actor)),

  markRead: builderProcedure
    .input(z.strictObject({ ids: z.array(z.uuid()).min(1).max(100) }))
    .mutation(({ ctx, input }) => markRead(ctx.app, ctx.actor, input)),
});
