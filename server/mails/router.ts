import { z } from "zod";
import { builderProcedure, router } from "@/server/api/trpc";
import { listMails } from "@/server/mails/list-mails";

export const mailsRouter = router({
  list: builderProcedure
    .input(
      z
        .strictObject({
          cursor: z.uuid().nullish(),
          /** Sent by infinite queries; pages only ever go forward. */
          direction: z.literal("forward").optional(),
        })
        .default({}),
    )
    .query(({ ctx, input: { cursor } }) => listMails(ctx.app, ctx.actor, { cursor })),

  /** Whether a mail server is set up, for whoever is about to test. */
  state: builderProcedure.query(({ ctx }) => ({ hasServer: ctx.app.env.smtp !== null })),
});
