import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DemoService, startDemoService } from "@/server/demo-service";
import { createEgress, type Egress } from "@/server/egress";

let dataFolder: string;
let service: DemoService;
let egress: Egress;

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), "millrace-demo-"));
  service = await startDemoService({ dataFolder, log: pino({ level: "silent" }) });
  egress = createEgress({ allow: [service.hostPort] });
});
afterAll(async () => {
  await egress.close();
  await service.stop();
  await rm(dataFolder, { recursive: true });
});

describe("the demo's mailing list", () => {
  it("adds a member, and brings a known one up to date", async () => {
    const added = await call("POST", "/members", { email: "Ada@example.com", firstName: "Ada", lastName: "Byron" });
    expect(added).toMatchObject({
      status: 201,
      body: { email: "Ada@example.com", firstName: "Ada", status: "subscribed" },
    });
    const again = await call("POST", "/members", { email: "ada@example.com", lastName: "Lovelace" });
    expect(again).toMatchObject({ status: 200, body: { id: added.body.id, firstName: "Ada", lastName: "Lovelace" } });
    expect(await call("GET", "/members?email=ADA@example.com")).toMatchObject({
      status: 200,
      body: { id: added.body.id },
    });
    expect(await call("GET", "/members?email=nobody@example.com")).toMatchObject({ status: 404 });
  });

  it.each(["maria@rossi", "not an address", "a@b@c.de", "@example.com"])("refuses the address %s", async (email) => {
    expect(await call("POST", "/members", { email })).toEqual({
      status: 400,
      body: { error: "email: not a valid address" },
    });
  });

  it("gives a repeated request its first answer", async () => {
    const once = { "Idempotency-Key": "k-1" };
    const first = await call("POST", "/members", { email: "bo@example.com" }, once);
    await call("POST", "/members", { email: "bo@example.com", firstName: "Bo" });
    expect(await call("POST", "/members", { email: "bo@example.com" }, once)).toEqual(first);
    expect(await call("POST", "/members", { email: "eve@example.com" }, once)).toMatchObject({ status: 422 });
  });

  it("lists the same campaigns for an address every time", async () => {
    const { status, body } = await call("GET", "/campaigns?email=maria.rossi@example.com");
    expect(status).toBe(200);
    expect(body.campaigns[0]).toEqual({
      id: expect.any(String),
      name: expect.any(String),
      sentOn: expect.stringMatching(/^2026-\d\d-\d\d$/),
      opened: expect.any(Boolean),
    });
    expect(await call("GET", "/campaigns?email=Maria.Rossi@example.com")).toEqual({ status, body });
  });

  it("wants its key, JSON objects and known routes", async () => {
    expect(await call("GET", "/members", undefined, { Authorization: "Bearer wrong" })).toMatchObject({ status: 401 });
    expect(await call("POST", "/members", [1])).toMatchObject({ status: 400 });
    expect(await call("POST", "/members", { email: 7 })).toMatchObject({ status: 400 });
    expect(await call("POST", "/members", { email: "a@example.com", firstName: {} })).toMatchObject({ status: 400 });
    expect(await call("POST", "/members", { email: "x".repeat(200_000) })).toMatchObject({ status: 413 });
    expect(await call("DELETE", "/members")).toMatchObject({ status: 404 });
  });

  it("fails and dawdles when asked", async () => {
    expect(await call("GET", "/fail?status=503")).toMatchObject({ status: 503 });
    expect(await call("GET", "/slow?seconds=0")).toMatchObject({ status: 200 });
  });

  it("keeps its key, its port and its members over a restart", async () => {
    await call("POST", "/members", { email: "stays@example.com" });
    const before = service;
    await service.stop();
    service = await startDemoService({ dataFolder, log: pino({ level: "silent" }) });
    expect(service).toMatchObject({ url: before.url, hostPort: before.hostPort, apiKey: before.apiKey });
    expect(await call("GET", "/members?email=stays@example.com")).toMatchObject({ status: 200 });
  });
});

async function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const answer = await egress.request({
    method,
    url: `${service.url}${path}`,
    headers: { Authorization: `Bearer ${service.apiKey}`, "Content-Type": "application/json", ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
    timeoutMs: 10_000,
    maxBytes: 1_000_000,
  });
  return { status: answer.status, body: JSON.parse(answer.body) };
}
