import { router } from "@/server/api/trpc";
import { apiKeysRouter } from "@/server/api-keys/router";
import { automationsRouter } from "@/server/automations/router";
import { connectionsRouter } from "@/server/connections/router";
import { executionsRouter } from "@/server/executions/router";
import { functionsRouter } from "@/server/functions/router";
import { installationRouter } from "@/server/installation/router";
import { limitsRouter } from "@/server/limits/router";
import { mailsRouter } from "@/server/mails/router";
import { noticesRouter } from "@/server/notices/router";
import { quotasRouter } from "@/server/quotas/router";
import { recordsRouter } from "@/server/records/router";
import { triggersRouter } from "@/server/triggers/router";
import { usersRouter } from "@/server/users/router";
import { variablesRouter } from "@/server/variables/router";
import { waitsRouter } from "@/server/waits/router";

/** Every procedure, one router a room. */
export const rootRouter = router({
  users: usersRouter,
  records: recordsRouter,
  automations: automationsRouter,
  functions: functionsRouter,
  executions: executionsRouter,
  triggers: triggersRouter,
  connections: connectionsRouter,
  variables: variablesRouter,
  waits: waitsRouter,
  mails: mailsRouter,
  limits: limitsRouter,
  quotas: quotasRouter,
  notices: noticesRouter,
  apiKeys: apiKeysRouter,
  installation: installationRouter,
});

export type RootRouter = typeof rootRouter;
