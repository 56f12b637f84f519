import { z } from "zod";
import { builderProcedure, router } from "@/server/api/trpc";
import { createApiKey } from "@/server/api-keys/create-api-key";
import { listApiKeys } from "@/server/api-keys/list-api-keys";
import { revokeApiKey } from "@/server/api-keys/revoke-api-key";

export const apiKeysRouter = router({
  list: builderProcedure
    .input(z.strictObject({ automationId: z.uuid() }))
    .query(({ ctx, input }) => listApiKeys(ctx.app, ctx.actor, input)),
  create: builderProcedure
    .input(z.strictObject({ automationId: z.uuid(), name: z.string().trim().min(1).max(80) }))
    .mutation(({ ctx, input }) => createApiKey(ctx.app, ctx.actor, input)),
  revoke: builderProcedure
    .input(z.strictObject({ id: z.uuid() }))
    .mutation(({ ctx, input }) => revokeApiKey(ctx.app, ctx.actor, input)),
});
