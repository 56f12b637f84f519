import { z } from "zod";
import { isStorableText } from "@/core/values/storable-text";
import { memberProcedure, router } from "@/server/api/trpc";
import { decide } from "@/server/waits/decide";

export const waitsRouter = router({
  /** Approves or refuses what a run asks; who may is looked at by the use-case. */
  decide: memberProcedure
    .input(
      z.strictObject({
        id: z.uuid(),
        decision: z.enum(["approved", "refused"]),
        comment: z.string().trim().max(2_000).refine(isStorableText).default(""),
      }),
    )
    .mutation(({ ctx, input }) => decide(ctx.app, ctx.actor, input)),
});
