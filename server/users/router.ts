import { z } from "zod";
import { administratorProcedure, memberProcedure, publicProcedure, router } from "@/server/api/trpc";
import { changePassword, changePasswordInput } from "@/server/users/change-password";
import { listPeople } from "@/server/users/list-people";
import { listSessions } from "@/server/users/list-sessions";
import { changePreferences, preferencesChange, readPreferences } from "@/server/users/preferences";
import { readMe } from "@/server/users/read-me";
import { readSetUpState } from "@/server/users/read-set-up-state";
import { revokeOtherSessions } from "@/server/users/revoke-other-sessions";
import { revokeSession } from "@/server/users/revoke-session";
import { setUp, setUpInput } from "@/server/users/set-up";
import { takeDemoPasswords } from "@/server/users/take-demo-passwords";

export const usersRouter = router({
  setUpState: publicProcedure.query(({ ctx }) => readSetUpState(ctx.app)),
  setUp: publicProcedure.input(setUpInput).mutation(({ ctx, input }) => setUp(ctx.app, input)),

  /** Null when nobody is signed in: every page asks this first, and a refusal would be an error in its console. */
  me: publicProcedure.query(({ ctx }) => ctx.actor && readMe(ctx.app, ctx.actor)),
  sessions: memberProcedure.query(({ ctx }) => listSessions(ctx.app, ctx.actor, ctx.sessionId)),
  revokeSession: memberProcedure
    .input(z.strictObject({ id: z.string().min(1).max(100) }))
    .mutation(({ ctx, input }) => revokeSession(ctx.app, ctx.actor, input)),
  revokeOtherSessions: memberProcedure.mutation(({ ctx }) => revokeOtherSessions(ctx.app, ctx.actor, ctx.sessionId)),
  changePassword: memberProcedure
    .input(changePasswordInput)
    .mutation(({ ctx, input }) => changePassword(ctx.app, ctx.actor, ctx.sessionId, input)),
  preferences: memberProcedure.query(({ ctx }) => readPreferences(ctx.app, ctx.actor)),
  changePreferences: memberProcedure
    .input(preferencesChange)
    .mutation(({ ctx, input }) => changePreferences(ctx.app, ctx.actor, input)),

  people: administratorProcedure.query(({ ctx }) => listPeople(ctx.app, ctx.actor)),
  takeDemoPasswords: administratorProcedure.mutation(({ ctx }) => takeDemoPasswords(ctx.app, ctx.actor)),
});
