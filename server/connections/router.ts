import { z } from "zod";
import { builderProcedure, router } from "@/server/api/trpc";
import { ApiKeyAuthSchema } from "@/server/connections/api-key-auth";
import { createConnection } from "@/server/connections/create-connection";
import { deleteConnection } from "@/server/connections/delete-connection";
import { getConnection } from "@/server/connections/get-connection";
import { LINK_NAME } from "@/server/connections/link-name";
import { listConnections } from "@/server/connections/list-connections";
import { testConnection } from "@/server/connections/test-connection";
import { updateConnection } from "@/server/connections/update-connection";

const ById = z.strictObject({ id: z.uuid() });
const Name = z.string().trim().min(1).max(120);
const BaseUrl = z.string().min(1).max(2_000);
/** What an HTTP header can carry; spaces around a pasted key are a slip. */
const Secret = z
  .string()
  .trim()
  .regex(/^[\x21-\x7e]{1,4096}$/);

export const connectionsRouter = router({
  list: builderProcedure.query(({ ctx }) => listConnections(ctx.app, ctx.actor)),

  get: builderProcedure.input(ById).query(({ ctx, input }) => getConnection(ctx.app, ctx.actor, input)),

  create: builderProcedure
    .input(
      z.strictObject({
        serviceKey: z.string().max(64).nullable(),
        name: Name,
        baseUrl: BaseUrl.optional(),
        auth: ApiKeyAuthSchema.optional(),
        secret: Secret,
        linkName: z.string().regex(LINK_NAME).optional(),
      }),
    )
    .mutation(({ ctx, input }) => createConnection(ctx.app, ctx.actor, input)),

  update: builderProcedure
    .input(
      ById.extend({
        name: Name.optional(),
        baseUrl: BaseUrl.optional(),
        auth: ApiKeyAuthSchema.optional(),
        secret: Secret.optional(),
      }),
    )
    .mutation(({ ctx, input }) => updateConnection(ctx.app, ctx.actor, input)),

  delete: builderProcedure.input(ById).mutation(({ ctx, input }) => deleteConnection(ctx.app, ctx.actor, input)),

  test: builderProcedure.input(ById).mutation(({ ctx, input }) => testConnection(ctx.app, ctx.actor, input)),
});
