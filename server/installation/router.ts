import { administratorProcedure, memberProcedure, router } from "@/server/api/trpc";
import { readHold } from "@/server/installation/read-hold";
import { resumeInstallation } from "@/server/installation/resume-installation";

export const installationRouter = router({
  hold: memberProcedure.query(({ ctx }) => readHold(ctx.app, ctx.actor)),
  resume: administratorProcedure.mutation(({ ctx }) => resumeInstallation(ctx.app, ctx.actor)),
});
