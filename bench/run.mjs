import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { drive, measureInTurns } from "./measure.mjs";
import { idleMemory } from "./memory.mjs";
import { startHandWritten } from "./peers/hand-written.mjs";
import { startMillrace } from "./peers/millrace.mjs";
import { startNodeRed } from "./peers/node-red.mjs";
import { firstLine, start, stopAll } from "./processes.mjs";
import { printHead, printRatios, printRow } from "./report.mjs";

/**
 * `npm run bench [-- workload …] [--connections 1,16,64] [--seconds 6] [--turns 3] [--peers …] [--before FOLDER] [--json]`:
 * the product through its REST surface with durable history, beside Node-RED, a handler written by hand and a bare
 * `node:http` server, all up at once and driven in turns. `--before` adds another copy of the product, built in that folder.
 * `npm run bench -- compiler` measures the compiler instead (see compiler.mjs).
 */
const MODES = { compiler: "./compiler.mjs" };
const mode = MODES[process.argv[2]];
if (mode) {
  await import(mode);
  process.exit();
}
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: "boolean", default: false },
    seconds: { type: "string", default: "6" },
    turns: { type: "string", default: "3" },
    connections: { type: "string", default: "1,16,64" },
    peers: { type: "string", default: "node:http,hand-written,node-red" },
    before: { type: "string" },
  },
});
const here = import.meta.dirname;
const all = readdirSync(join(here, "workloads"));
const workloads = positionals.length > 0 ? positionals : all;
const unknown = workloads.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  console.error(`There is no workload ${unknown.join(", ")}. There are: ${all.join(", ")}.`);
  process.exit(2);
}
const wanted = new Set(values.peers.split(","));
const turns = { count: Number(values.turns), seconds: Number(values.seconds) / Number(values.turns) };
/** Code runs slowly until the engine has compiled it: each peer is driven this hard before it is measured. */
const WARM_UP = { connections: 16, seconds: Math.min(4, Number(values.seconds)) };

const folder = mkdtempSync(join(tmpdir(), "millrace-bench-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

const stubPort = await firstLine(start([join(here, "stub.mjs")]), /^(\d+)$/);
const stub = `http://127.0.0.1:${stubPort}`;
const product = await startProduct("millrace", {});
const before = values.before ? await startProduct("before", { built: values.before }) : null;
const documents = new Map(workloads.map((name) => [name, readWorkload(name)]));
const urls = new Map();
for (const name of workloads) {
  for (const each of [product, before])
    if (each) urls.set(`${each.name} ${name}`, await each.publish(documents.get(name).document));
}
await sleep(3_000);
const memory = idleMemory(product.pid, product.dataFolder);
const handWritten = wanted.has("hand-written")
  ? await startHandWritten({ databaseUrl: product.databaseUrl, stub })
  : null;
const nodeRed = wanted.has("node-red") ? await startNodeRed({ stub }) : null;
const bare = wanted.has("node:http") ? await startBareHttp() : null;

if (values.json) console.log(JSON.stringify({ idleMemory: memory, nodeRed: nodeRed?.version ?? null }));
else printHead({ memory, nodeRedVersion: nodeRed?.version });
const figures = [];
for (const name of workloads) {
  const { request } = documents.get(name);
  const peers = peersFor(name);
  for (const peer of peers) await drive(peer, request, WARM_UP);
  for (const connections of values.connections.split(",").map(Number)) {
    for (const row of await measureInTurns(peers, { request, connections, turns })) {
      const figure = { workload: name, ...row };
      figures.push(figure);
      if (values.json) console.log(JSON.stringify(figure));
      else printRow(figure);
    }
  }
}
if (!values.json) printRatios(figures);
await stopAll();
process.exit(0);

function peersFor(name) {
  const { expect, request } = documents.get(name);
  const wrapped = (body) => JSON.parse(body).details.output;
  const plain = JSON.parse;
  const products = [product, before].filter(Boolean).map((each) => ({
    peer: each.name,
    url: urls.get(`${each.name} ${name}`),
    ...{ headers: each.headers, pid: each.pid, dataFolder: each.dataFolder, expect, read: wrapped },
  }));
  return [
    ...products,
    nodeRed && { peer: "node-red", url: nodeRed.urlOf(name), pid: nodeRed.pid, expect, read: plain },
    handWritten && {
      peer: "hand-written",
      url: handWritten.urlOf(name),
      ...{ pid: handWritten.pid, dataFolder: product.dataFolder, onlyDatabase: true, expect, read: plain },
    },
    bare && name === "echo" && { peer: "node:http", url: bare.url, pid: bare.pid, expect: request, read: wrapped },
  ].filter(Boolean);
}

async function startProduct(name, options) {
  const dataFolder = join(folder, name);
  const environment = { MILLRACE_EGRESS_ALLOW: `127.0.0.1:${stubPort}` };
  return { name, dataFolder, ...(await startMillrace({ dataFolder, environment, ...options })) };
}

async function startBareHttp() {
  const child = start([join(here, "peers/bare-http.mjs")]);
  return { url: `http://127.0.0.1:${await firstLine(child, /^(\d+)$/)}/`, pid: child.pid };
}

function readWorkload(name) {
  const read = (file) => readFileSync(join(here, "workloads", name, file), "utf8");
  return {
    document: JSON.parse(read("automation.json").replaceAll("{stub}", stub)),
    request: JSON.parse(read("request.json")),
    expect: JSON.parse(read("expect.json")),
  };
}
