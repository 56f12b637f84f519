import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { firstLine, freePort, start } from "../processes.mjs";

/**
 * Starts the product.
 * @param {{ dataFolder: string, built?: string, environment?: Record<string, string>, args?: string[] }} options `built`: a
 *   folder with another copy of it, which is started as it is; `args`: for Node
 */
export async function startMillrace({ dataFolder, built, environment = {}, args = [] }) {
  const port = await freePort();
  const key = randomBytes(24).toString("hex");
  const settings = {
    PORT: String(port),
    MILLRACE_DATA: dataFolder,
    MILLRACE_DEMO: "0",
    MILLRACE_API_KEY: key,
    MILLRACE_OWNER_EMAIL: "bench@example.org",
    MILLRACE_OWNER_PASSWORD: randomBytes(12).toString("hex"),
    DATABASE_URL: "",
    ...environment,
  };
  const child = built
    ? start([...args, "dist/main.js"], { ...settings, NODE_ENV: "production" }, { cwd: built })
    : start([...args, join(import.meta.dirname, "../../scripts/start.mjs")], settings);
  await firstLine(child, /^Millrace is ready: (\S+)/);
  const base = `http://127.0.0.1:${port}`;
  const headers = { authorization: `Bearer ${key}` };
  return {
    child,
    pid: child.pid,
    base,
    headers,
    databaseUrl: environment.DATABASE_URL ?? embeddedUrl(dataFolder),
    /** @returns where it is executed */
    async publish(document) {
      const answer = await fetch(`${base}/api/v1/automations?publish=true`, {
        method: "POST",
        headers: { ...headers, "content-type": "application/json" },
        body: JSON.stringify(document),
      });
      const body = await answer.json();
      if (!answer.ok) throw new Error(`${document.name} was not published: ${JSON.stringify(body)}`);
      return `${base}/api/v1/automations/${body.id}/execute`;
    },
  };
}

function embeddedUrl(dataFolder) {
  const pidFile = join(dataFolder, "postgres", "postmaster.pid");
  if (!existsSync(pidFile)) return null;
  const port = readFileSync(pidFile, "utf8").split("\n")[3];
  const password = readFileSync(join(dataFolder, "postgres-password"), "utf8").trim();
  return `postgresql://millrace:${password}@127.0.0.1:${port}/millrace`;
}
