import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { createApi } from "./api.mjs";
import { createMemberStore } from "./member-store.mjs";

/**
 * The demo's mailing list: a small HTTP API in a process of its own, on loopback.
 *
 * `node main.mjs <folder>` keeps its key, its port and its members in that folder, tells its parent `{ port, apiKey }` when
 * it is ready, and ends with its parent.
 */
const [folder] = process.argv.slice(2);
if (!folder || !process.send) {
  process.stderr.write("Usage: forked with one argument, the folder to keep members in\n");
  process.exit(2);
}
mkdirSync(folder, { recursive: true, mode: 0o700 });
const apiKey = keptText("api-key", () => `ml_${randomBytes(24).toString("base64url")}`);
const server = createServer(createApi({ apiKey, members: createMemberStore(join(folder, "members.json")) }));

process.on("disconnect", () => process.exit(0));
process.on("SIGTERM", () => process.exit(0));
process.on("SIGINT", () => {});

listen(Number(keptText("port", () => "0")));

/** Keeps the port of the last start, so that addresses people noted stay true, unless someone else has it now. */
function listen(port) {
  server.once("error", (error) => {
    if (error.code !== "EADDRINUSE" || port === 0) throw error;
    listen(0);
  });
  server.listen(port, "127.0.0.1", () => {
    server.removeAllListeners("error");
    const { port: actual } = server.address();
    write("port", String(actual));
    process.send({ port: actual, apiKey });
  });
}

function keptText(name, make) {
  try {
    return readFileSync(join(folder, name), "utf8").trim();
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
    const text = make();
    write(name, text);
    return text;
  }
}

function write(name, text) {
  writeFileSync(join(folder, name), text, { mode: 0o600 });
}
