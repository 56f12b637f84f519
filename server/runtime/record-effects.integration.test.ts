import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { execute } from "@/server/runtime/execute";
import type { Journal } from "@/server/runtime/journal/journal";
import { handWritten, pressed } from "@/tests/fixtures/hand-written-version";
import { createTestApp, type TestApp } from "@/tests/fixtures/test-app";

let test: TestApp;

beforeAll(async () => {
  test = await createTestApp();
});
afterAll(() => test.close());

const rowsOf = async (sql: string, ...values: unknown[]) => (await test.app.pool.query(sql, values)).rows;
const leadsNamed = (name: string) => rowsOf("SELECT id, data FROM crm_record WHERE data->>'Last_Name' = $1", name);

const createLead = (name: string) => `
  const a = await run.createRecord("a", ($s) => ({ module: "Leads", data: { Last_Name: "${name}", Company: "Acme" } }));`;

describe("record steps", () => {
  it("create, read and change a record, each change with its event", async () => {
    const version = handWritten(`${createLead("Lovelace")}
      const b = await run.getRecord("b", ($s) => ({ module: "Leads", id: a.id }));
      const c = await run.updateRecord("c", ($s) => ({ module: "Leads", id: b, data: { Company: b.Company + " Ltd" } }));
      return run.return("d", ($s) => c);`);
    const outcome = await execute(test.app, pressed(test.workspaceId, version));

    expect(outcome).toMatchObject({ status: "succeeded", output: { Last_Name: "Lovelace", Company: "Acme Ltd" } });
    const { executionId } = outcome;
    expect(
      await rowsOf("SELECT kind, source, node_id FROM record_event WHERE execution_id = $1 ORDER BY id", executionId),
    ).toEqual([
      { kind: "created", source: "automation", node_id: "node-a" },
      { kind: "updated", source: "automation", node_id: "node-c" },
    ]);
    expect(
      await rowsOf("SELECT kind, status FROM execution_effect WHERE execution_id = $1 ORDER BY node_id", executionId),
    ).toEqual([
      { kind: "record.create", status: "done" },
      { kind: "record.get", status: "done" },
      { kind: "record.update", status: "done" },
    ]);
  });

  it("work from code too", async () => {
    const version = handWritten(`
      const a = await run.code("a", ($s) => null, ($s) => async () => {
        const lead = await $s.records.create("Leads", { Last_Name: "Hopper", Company: "Navy" });
        await $s.records.update("Leads", lead.id, { Company: "Yale" });
        return (await $s.records.get("Leads", lead.id)).Company;
      });
      return run.return("b", ($s) => a);`);
    expect(await execute(test.app, pressed(test.workspaceId, version))).toMatchObject({ output: "Yale" });
  });

  it("refuse what does not fit, with the field", async () => {
    const version = handWritten(`
      await run.createRecord("a", ($s) => ({ module: "Leads", data: { Last_Name: "Bad", Email: "no address" } }));`);
    const outcome = await execute(test.app, pressed(test.workspaceId, version));
    expect(outcome).toMatchObject({ status: "failed", error: { code: "RECORD_INVALID", nodeId: "node-a" } });
    expect(await leadsNamed("Bad")).toEqual([]);
  });

  it("say which record is missing", async () => {
    const version = handWritten(`await run.getRecord("a", ($s) => ({ module: "Leads", id: "nobody" }));`);
    const outcome = await execute(test.app, pressed(test.workspaceId, version));
    expect(outcome.error).toMatchObject({ code: "RECORD_NOT_FOUND", params: { module: "Leads", id: "nobody" } });
  });

  it("are refused when the person they run as is no member", async () => {
    const version = handWritten(createLead("Stranger"));
    const outcome = await execute(test.app, pressed(test.workspaceId, version, { runsAsId: "nobody" }));
    expect(outcome).toMatchObject({ status: "failed", error: { code: "NOT_ALLOWED", nodeId: "node-a" } });
    expect(await leadsNamed("Stranger")).toEqual([]);
  });
});

describe("a record's write and its result", () => {
  it("are one commit: when the result cannot be written, the record is not there either", async () => {
    const broken: Journal = {
      owner: test.app.journal.owner,
      write: (write) => test.app.journal.write(write),
      writeInside: async (tx, write) => {
        await test.app.journal.writeInside(tx, write);
        throw new Error("the connection broke");
      },
    };
    const outcome = await execute(
      { ...test.app, journal: broken },
      pressed(test.workspaceId, handWritten(createLead("Once"))),
    );
    expect(outcome).toMatchObject({ status: "failed", error: { code: "INTERNAL" } });
    expect(await leadsNamed("Once")).toEqual([]);
  });
});
