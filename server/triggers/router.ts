import { z } from "zod";
import { memberProcedure, router } from "@/server/api/trpc";
import { lastPresses } from "@/server/triggers/last-presses";
import { listButtons } from "@/server/triggers/list-buttons";
import { pressButton } from "@/server/triggers/press-button";
import { pressProgress } from "@/server/triggers/press-progress";

const RequestId = z.uuid();

export const triggersRouter = router({
  /** The live buttons of a record type. */
  buttons: memberProcedure
    .input(z.strictObject({ module: z.string().min(1).max(100) }))
    .query(({ ctx, input }) => listButtons(ctx.app, ctx.actor, input)),
  press: memberProcedure
    .input(
      z.strictObject({
        automationId: z.uuid(),
        nodeId: z.string().min(1).max(64),
        module: z.string().min(1).max(100),
        recordId: z.uuid(),
        requestId: RequestId,
      }),
    )
    .mutation(({ ctx, input }) => pressButton(ctx.app, ctx.actor, input)),
  pressProgress: memberProcedure
    .input(z.strictObject({ requestId: RequestId }))
    .query(({ ctx, input }) => pressProgress(ctx.app, ctx.actor, input)),
  lastPresses: memberProcedure
    .input(z.strictObject({ recordId: z.uuid() }))
    .query(({ ctx, input }) => lastPresses(ctx.app, ctx.actor, input)),
});
