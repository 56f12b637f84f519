import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { load } from "./load.mjs";
import { processCpu } from "./process-cpu.mjs";

/**
 * `npm run bench [-- workload …] [--json] [--seconds 5] [--connections 1,16,64]`: the product through its REST surface with
 * durable history, beside a bare `node:http` server in the same run. A row's CPU is that of all the peer's processes.
 * `npm run bench -- compiler` measures the compiler instead (see compiler.mjs).
 */
if (process.argv[2] === "compiler") {
  await import("./compiler.mjs");
  process.exit();
}
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: "boolean", default: false },
    seconds: { type: "string", default: "5" },
    connections: { type: "string", default: "1,16,64" },
  },
});
const seconds = Number(values.seconds);
const connectionCounts = values.connections.split(",").map(Number);
const here = import.meta.dirname;
const all = readdirSync(join(here, "workloads"));
const workloads = positionals.length > 0 ? positionals : all;
/** Code runs slowly until the engine has compiled it: each peer is driven this hard before it is measured. */
const WARM_UP = { connections: 16, seconds: Math.min(4, seconds) };
const unknown = workloads.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  console.error(`There is no workload ${unknown.join(", ")}. There are: ${all.join(", ")}.`);
  process.exit(2);
}

const children = [];
const folder = mkdtempSync(join(tmpdir(), "millrace-bench-"));
process.on("exit", () => {
  for (const child of children) child.kill("SIGTERM");
  rmSync(folder, { recursive: true, force: true });
});
process.on("SIGINT", () => process.exit(130));

const bare = await startBareHttp();
const millrace = await startMillrace();
if (!values.json) {
  const load = loadavg()[0]?.toFixed(1);
  console.log(
    `Node ${process.version}, ${availableParallelism()} cores, shared with this load; load average ${load} before`,
  );
  console.log(
    row("workload", "peer", "connections", "req/s", "p50 ms", "p99 ms", "CPU ms/req", "PostgreSQL", "errors"),
  );
}
for (const name of workloads) {
  const read = (file) => JSON.parse(readFileSync(join(here, "workloads", name, file), "utf8"));
  const request = read("request.json");
  const url = await millrace.publish(read("automation.json"));
  const peers = [
    {
      peer: "millrace",
      url,
      headers: millrace.headers,
      pid: millrace.pid,
      expect: read("expect.json"),
      postgres: true,
    },
    ...(name === "echo" ? [{ peer: "node:http", url: bare.url, headers: {}, pid: bare.pid, expect: request }] : []),
  ];
  for (const peer of peers) await drive(peer, request, WARM_UP);
  for (const connections of connectionCounts) for (const peer of peers) await measure(name, peer, connections, request);
}
await Promise.all(children.map(stop));
process.exit(0);

async function measure(workload, peer, connections, request) {
  const before = processCpu(peer.pid, peer.postgres ? folder : null);
  const result = await drive(peer, request, { connections, seconds });
  const after = processCpu(peer.pid, peer.postgres ? folder : null);

  const perRequest = (used) => Number((used / result.requests).toFixed(3));
  const figures = {
    workload,
    peer: peer.peer,
    connections,
    rps: Math.round(result.requests / result.seconds),
    p50Ms: result.p50Ms,
    p99Ms: result.p99Ms,
    cpuMsPerRequest: perRequest(after.ownMs - before.ownMs),
    ...(peer.postgres ? { postgresCpuMsPerRequest: perRequest(after.postgresMs - before.postgresMs) } : {}),
    errors: result.errors,
  };
  if (values.json) console.log(JSON.stringify(figures));
  else {
    const { rps, p50Ms, p99Ms, cpuMsPerRequest, postgresCpuMsPerRequest = "", errors } = figures;
    console.log(
      row(workload, peer.peer, connections, rps, p50Ms, p99Ms, cpuMsPerRequest, postgresCpuMsPerRequest, errors),
    );
  }
}

/** Sends the workload's request over and over; an answer that is not the expected one is an error. */
function drive({ url, headers, expect }, request, { connections, seconds }) {
  const expected = canonical(expect);
  return load({
    url,
    headers,
    body: JSON.stringify(request),
    connections,
    seconds,
    check: (body, status) => status === 200 && canonical(JSON.parse(body).details.output) === expected,
  });
}

async function startBareHttp() {
  const child = start([join(here, "peers/bare-http.mjs")], {});
  const port = await firstLine(child, /^(\d+)$/);
  return { url: `http://127.0.0.1:${port}/`, pid: child.pid };
}

async function startMillrace() {
  const port = await freePort();
  const key = randomBytes(24).toString("hex");
  const child = start([join(here, "../scripts/start.mjs")], {
    PORT: String(port),
    MILLRACE_DATA: folder,
    MILLRACE_DEMO: "0",
    MILLRACE_API_KEY: key,
    MILLRACE_OWNER_EMAIL: "bench@example.org",
    MILLRACE_OWNER_PASSWORD: randomBytes(12).toString("hex"),
    DATABASE_URL: "",
  });
  await firstLine(child, /^Millrace is ready: (\S+)/);
  const base = `http://127.0.0.1:${port}`;
  const headers = { authorization: `Bearer ${key}` };
  return {
    pid: child.pid,
    headers,
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

function start(args, environment) {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  return child;
}

function stop(child) {
  if (child.exitCode !== null) return;
  return new Promise((resolve) => {
    child.once("exit", resolve);
    child.kill("SIGTERM");
  });
}

function firstLine(child, pattern) {
  return new Promise((resolve, reject) => {
    let text = "";
    child.stdout.on("data", (chunk) => {
      text += chunk;
      for (const line of text.split("\n")) {
        const match = pattern.exec(line);
        if (match) resolve(match[1]);
      }
    });
    child.once("exit", (code) => reject(new Error(`${child.spawnargs.join(" ")} ended with ${code}:\n${text}`)));
  });
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** JSON with sorted keys, so that the order of keys does not count. */
function canonical(value) {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  return `{${Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)
    .join()}}`;
}

function row(...cells) {
  const widths = [13, 10, 11, 8, 8, 8, 11, 10, 6];
  return cells.map((cell, index) => String(cell).padStart(widths[index])).join("  ");
}
