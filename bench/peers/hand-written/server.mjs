import http from "node:http";
import pg from "pg";
import { uuidv7 } from "uuidv7";
import { HANDLERS } from "./handlers.mjs";
import { JOURNAL } from "./journal.mjs";

/** Reads the body, does the work, commits the execution and its steps with one statement, answers. Prints its port. */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 16 });
const { rows } = await pool.query(
  `SELECT a.workspace_id AS "workspaceId", a.id AS "automationId", a.live_version_id AS "versionId", a.name
     FROM automation a WHERE a.name LIKE 'Bench: %' AND a.live_version_id IS NOT NULL`,
);
const automations = new Map(rows.map((row) => [row.name.slice("Bench: ".length), row]));
const stub = process.env.STUB;

const server = http.createServer(async (request, response) => {
  try {
    const workload = request.url.slice(1);
    const body = JSON.parse(await textOf(request));
    const startedAt = Date.now();
    const { output, steps, effects = [] } = await HANDLERS[workload](body, { stub });
    const { workspaceId, automationId, versionId } = automations.get(workload);
    await pool.query({
      name: "journal",
      text: JOURNAL,
      values: [
        ...[uuidv7(), workspaceId, automationId, versionId, JSON.stringify(body), JSON.stringify(output)],
        ...[startedAt, Date.now() - startedAt, JSON.stringify(steps), JSON.stringify(effects)],
      ],
    });
    const text = JSON.stringify(output);
    response.writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(text) });
    response.end(text);
  } catch (error) {
    console.error(error);
    response.writeHead(500).end();
  }
});

server.listen(0, "127.0.0.1", () => process.stdout.write(`${server.address().port}\n`));

function textOf(request) {
  return new Promise((resolve, reject) => {
    const chunks = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => resolve(Buffer.concat(chunks).toString()));
    request.on("error", reject);
  });
}
