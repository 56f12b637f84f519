import type { App } from "@/server/app";
import { SECRET_FIELD, secretPlace } from "@/server/connections/secret-place";
import type { DemoService } from "@/server/demo-service";

const SERVICE_KEY = "mailing-list";

/**
 * Brings connections to the demo's mailing list up to date when it had to take another port. Only those that hold its own
 * key are its connections.
 */
export async function followDemoService(app: App, demo: Pick<DemoService, "url" | "apiKey">): Promise<void> {
  const elsewhere = await app.db.connection.findMany({
    where: { serviceKey: SERVICE_KEY, baseUrl: { startsWith: "http://127.0.0.1:", not: demo.url } },
    include: { secrets: { where: { field: SECRET_FIELD } } },
  });
  for (const { id, workspaceId, secrets } of elsewhere) {
    const [sealed] = secrets;
    if (!sealed || (await app.secretBox.open(secretPlace(workspaceId, id), sealed)) !== demo.apiKey) continue;
    await app.db.connection.updateMany({ where: { id, workspaceId }, data: { baseUrl: demo.url } });
    await app.changes.notify({ kind: "connection", workspaceId, id });
  }
}
