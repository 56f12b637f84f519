import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { execute } from "@/server/runtime/execute";
import { handWritten, pressed } from "@/tests/fixtures/hand-written-version";
import { createTestApp, type TestApp } from "@/tests/fixtures/test-app";

let test: TestApp;

beforeAll(async () => {
  test = await createTestApp();
});
afterAll(() => test.close());
beforeEach(async () => {
  await test.app.pool.query("TRUNCATE crm_record, crm_unique_value");
});

const rowsOf = async (sql: string, ...values: unknown[]) => (await test.app.pool.query(sql, values)).rows;
const run = (body: string) => execute(test.app, pressed(test.workspaceId, handWritten(body)));

const create = (step: string, module: string, data: object) =>
  `await run.createRecord("${step}", ($s) => (${JSON.stringify({ module, data })}));`;
const upsert = (step: string, data: object, match = "Email") =>
  `await run.upsertRecord("${step}", ($s) => (${JSON.stringify({ module: "Leads", match, data })}));`;

const ACME = { Account_Name: "Acme", Account_Number: "A-1" };
const ADA = { Last_Name: "Lovelace", Company: "Acme", Email: "ada@example.org" };

describe("a search", () => {
  const threeLeads = ["Ada", "Bob", "Cyd"].map((name) => ({
    Last_Name: name,
    Company: name === "Cyd" ? "Other" : "Acme",
  }));
  const seed = () =>
    run(`${create("a", "Leads", threeLeads[0] ?? {})} ${create("b", "Leads", threeLeads[1] ?? {})}
         ${create("c", "Leads", threeLeads[2] ?? {})}`);
  const find = (request: object) => run(`return await run.findRecords("a", ($s) => (${JSON.stringify(request)}));`);

  it("gives the records that fit every filter, in the order asked for", async () => {
    await seed();
    const outcome = await find({
      module: "Leads",
      filters: [{ field: "Company", operator: "is", value: "acme" }],
      sort: { by: "Last_Name", direction: "descending" },
    });
    expect(outcome).toMatchObject({ status: "succeeded", output: [{ Last_Name: "Bob" }, { Last_Name: "Ada" }] });
  });

  it("gives the first one or null, and no more than its limit", async () => {
    await seed();
    expect((await find({ module: "Leads", first: true })).output).toMatchObject({ Last_Name: "Cyd" });
    const none = { module: "Leads", first: true, filters: [{ field: "Company", operator: "is", value: "None" }] };
    expect((await find(none)).output).toBeNull();
    expect((await find({ module: "Leads", limit: 2 })).output).toHaveLength(2);
  });

  it("names the field whose value does not fit: text for an amount, no value at all", async () => {
    const text = await find({ module: "Deals", filters: [{ field: "Amount", operator: "more", value: "100" }] });
    expect(text.error).toMatchObject({
      code: "RECORD_SEARCH_INVALID",
      nodeId: "node-a",
      params: { module: "Deals", reason: "filter_value", field: "Amount", value: '"100"' },
    });
    const nothing = await find({ module: "Leads", filters: [{ field: "Email", operator: "is", value: null }] });
    expect(nothing.error).toMatchObject({ params: { reason: "filter_value", field: "Email" } });
  });

  it.each([
    [{ module: "Nothing" }, "module"],
    [{ module: "Leads", filters: [{ field: "Nope", operator: "is", value: "x" }] }, "filter_field"],
    [{ module: "Leads", filters: [{ field: "Email", operator: "near", value: "x" }] }, "filter_operator"],
    [{ module: "Deals", filters: [{ field: "Amount", operator: "contains", value: 1 }] }, "filter_operator"],
    [{ module: "Leads", sort: { by: "Nope", direction: "ascending" } }, "sort"],
    [{ module: "Leads", limit: 5_000 }, "limit"],
  ])("refuses %j", async (request, reason) => {
    expect((await find(request)).error).toMatchObject({ code: "RECORD_SEARCH_INVALID", params: { reason } });
  });
});

describe("an upsert", () => {
  it("creates at first and changes then, matching without regard to case", async () => {
    await run(upsert("a", ADA));
    const outcome = await run(`return ${upsert("a", { Email: "ADA@example.org", Company: "Babbage & Co" })}`);
    expect(outcome).toMatchObject({ status: "succeeded", output: { Last_Name: "Lovelace", Company: "Babbage & Co" } });
    expect(await rowsOf("SELECT 1 FROM crm_record")).toHaveLength(1);
  });

  it("makes one record when many executions want it at once", async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, index) => run(upsert("a", { ...ADA, Company: `Company ${index}` }))),
    );
    expect(outcomes.map(({ status, error }) => error ?? status)).toEqual(Array(8).fill("succeeded"));
    expect(await rowsOf("SELECT 1 FROM crm_record")).toHaveLength(1);
    expect(
      await rowsOf("SELECT 1 FROM record_event WHERE kind = 'created' AND record_id = (SELECT id FROM crm_record)"),
    ).toHaveLength(1);
  });

  it("changes the record that a plain create of the same unique value made first", async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        run(
          index % 2 === 0
            ? `await run.upsertRecord("a", ($s) => (${JSON.stringify({ module: "Accounts", match: "Account_Number", data: ACME })}));`
            : create("a", "Accounts", ACME),
        ),
      ),
    );
    const upserted = outcomes.filter((_, index) => index % 2 === 0);
    expect(upserted.map(({ status, error }) => error ?? status)).toEqual(Array(5).fill("succeeded"));
    expect(await rowsOf("SELECT 1 FROM crm_record")).toHaveLength(1);
  });

  it("says when several records hold the value", async () => {
    await run(
      `${create("a", "Leads", { Last_Name: "Twin", Company: "A" })} ${create("b", "Leads", { Last_Name: "Twin", Company: "B" })}`,
    );
    const outcome = await run(upsert("a", { Last_Name: "Twin", Company: "C" }, "Last_Name"));
    expect(outcome.error).toMatchObject({
      code: "RECORD_AMBIGUOUS",
      params: { label: "Last Name", value: "Twin", count: 2 },
    });
    expect(await rowsOf("SELECT 1 FROM crm_record WHERE data->>'Company' = 'C'")).toEqual([]);
  });

  it("asks for the value it matches by, and for a field that exists", async () => {
    expect((await run(upsert("a", { Last_Name: "X", Company: "Y" }))).error).toMatchObject({ code: "MISSING_INPUT" });
    expect((await run(upsert("a", ADA, "Emial"))).error).toMatchObject({
      code: "RECORD_INVALID",
      params: { problem: "UNKNOWN_FIELD", label: "Emial", hint: "Email" },
    });
  });
});

describe("a delete", () => {
  it("takes the record away and empties what points at it", async () => {
    const outcome = await run(`
      const a = ${create("a", "Accounts", { Account_Name: "Acme" })}
      const b = await run.createRecord("b", ($s) => ({ module: "Contacts", data: { Last_Name: "Ada", Account_Name: a.id } }));
      const c = await run.deleteRecord("c", ($s) => ({ module: "Accounts", id: a.id }));
      return [c, b.id];`);
    expect(outcome).toMatchObject({ status: "succeeded", output: [null, expect.any(String)] });
    expect(await rowsOf("SELECT data FROM crm_record")).toEqual([
      { data: expect.not.objectContaining({ Account_Name: expect.anything() }) },
    ]);
  });

  it("says which record is not there", async () => {
    const outcome = await run(`await run.deleteRecord("a", ($s) => ({ module: "Leads", id: "${test.workspaceId}" }));`);
    expect(outcome.error).toMatchObject({ code: "RECORD_NOT_FOUND", params: { module: "Leads" } });
  });
});
