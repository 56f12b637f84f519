import type { DemoStep } from "@/prisma/seed/demo";
import type { Actor } from "@/server/app";
import { createConnection } from "@/server/connections/create-connection";
import { listConnectionInterfaces } from "@/server/connections/list-connection-interfaces";

const LINK_NAME = "mailing_list";

/** Connects the demo's mailing list, as `mailing_list` in code. */
export const seedConnections: DemoStep = async (app, { workspaceId, mailingList }) => {
  const actor: Actor = { workspaceId, userId: null, name: "Demo", role: "administrator" };
  const connected = await listConnectionInterfaces(app, actor);
  if (connected.some(({ linkName }) => linkName === LINK_NAME)) return;
  await createConnection(app, actor, {
    serviceKey: "mailing-list",
    name: "Mailing list",
    linkName: LINK_NAME,
    baseUrl: mailingList.url,
    secret: mailingList.apiKey,
  });
};
