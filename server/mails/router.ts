import { z } from "zod";
import { builderProcedure, router } from "@/server/api/trpc";
import { listMails } from "@/server/mails/list-mails";

export const mailsRouter = router({
  list: builderProcedure
    .input(z.strictObject({ cursor: z.uuid().nullish() }).default({}))
    .query(({ ctx, input }) => listMails(ctx.app, ctx.actor, input)),

  /** Whether a mail server is set up, for whoever is about to test. */
  state: builderProcedure.query(({ ctx }) => ({ hasServer: ctx.app.env.smtp !== null })),
});
