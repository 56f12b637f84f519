import type { Actor, App } from "@/server/app";
import { createConnection } from "@/server/connections/create-connection";
import type { DemoService } from "@/server/demo-service";

/**
 * Connects the demo's mailing list, as `mailing_list` in code.
 *
 * @param actor who it is made by; needs a person or an administrator in the workspace
 */
export async function seedConnections(
  app: App,
  actor: Actor,
  demo: Pick<DemoService, "url" | "apiKey">,
): Promise<{ id: string; linkName: string }> {
  return createConnection(app, actor, {
    serviceKey: "mailing-list",
    name: "Mailing list",
    linkName: "mailing_list",
    baseUrl: demo.url,
    secret: demo.apiKey,
  });
}
