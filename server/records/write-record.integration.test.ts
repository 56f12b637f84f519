import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AppError } from "@/core/execution/errors";
import { inTransaction } from "@/server/database/in-transaction";
import type { RecordOrigin } from "@/server/records/record-write";
import { saveRecord } from "@/server/records/save-record";
import { writeRecord } from "@/server/records/write-record";
import { type Caller, createCaller } from "@/tests/fixtures/caller";
import { createTestApp, type TestApp } from "@/tests/fixtures/test-app";

let test: TestApp;
let ana: Caller;
let sam: Caller;

beforeAll(async () => {
  test = await createTestApp();
  ana = await createCaller(test, "member");
  sam = await createCaller(test, "member");
});
afterAll(() => test.close());

const newLead = (data: Record<string, unknown> = {}) =>
  saveRecord(test.app, ana.actor, { module: "Leads", data: { Last_Name: "Rossi", ...data } });
const eventsOf = (recordId: string) =>
  test.app.db.recordEvent.findMany({
    where: { recordId },
    orderBy: { revision: "asc" },
    select: { kind: true, revision: true, changes: true, source: true, userId: true, executionId: true, nodeId: true },
  });
/** The refusal's code and details. */
const refusalOf = async (attempt: Promise<unknown>) => {
  const error = await attempt.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(AppError);
  const { code, details } = error as AppError;
  return { code, details };
};

describe("creating", () => {
  it("keeps the text as typed, fills in initial values and names the record", async () => {
    const { record, name, revision } = await newLead({ First_Name: " Maria", Email: "maria@rossi" });
    expect(record).toMatchObject({
      First_Name: " Maria",
      Email: "maria@rossi",
      Lead_Status: "New",
      Mailing_Status: "Not subscribed",
      Phone: null,
    });
    expect({ name, revision }).toEqual({ name: " Maria Rossi", revision: 1 });
  });

  it("writes the event in the same transaction: both or neither", async () => {
    const { record } = await newLead({ Company: "Ceramiche" });
    expect(await eventsOf(record.id)).toMatchObject([
      {
        kind: "created",
        revision: 1,
        source: "page",
        userId: ana.actor.userId,
        changes: { Company: { from: null, to: "Ceramiche" } },
      },
    ]);

    let id = "";
    const rolledBack = inTransaction(test.app, async (tx) => {
      const origin: RecordOrigin = { source: "page", userId: null };
      const write = { kind: "create", workspaceId: test.workspaceId, module: "Leads", origin } as const;
      id = (await writeRecord(tx, { ...write, data: { Last_Name: "Nobody" } })).record.id;
      throw new Error("the cause failed");
    });
    await expect(rolledBack).rejects.toThrow("the cause failed");
    expect(await eventsOf(id)).toEqual([]);
    expect(await test.app.db.crmRecord.count({ where: { id } })).toBe(0);
  });

  it("tells every problem at once and stores nothing", async () => {
    const before = await test.app.db.crmRecord.count();
    const { code, details } = await refusalOf(newLead({ Email: "maria", FirstName: "Maria", Annual_Revenue: "much" }));
    expect(code).toBe("INVALID_DATA");
    expect(details).toMatchObject({
      problems: [
        { field: "Email", code: "BAD_EMAIL" },
        { field: "FirstName", code: "UNKNOWN_FIELD", params: { hint: "First_Name" } },
        { field: "Annual_Revenue", code: "NOT_A_NUMBER" },
      ],
    });
    expect(await test.app.db.crmRecord.count()).toBe(before);
  });

  it("refuses a lookup that points at nothing, or at a record of another type", async () => {
    const lead = await newLead();
    for (const Campaign of ["01930000-0000-7000-8000-000000000000", lead.record.id]) {
      const { details } = await refusalOf(newLead({ Campaign }));
      expect(details).toMatchObject({ problems: [{ field: "Campaign", code: "LOOKUP_NOT_FOUND" }] });
    }
  });

  it("answers an unknown record type with 404, and an execution with its own code", async () => {
    const unknown = await refusalOf(saveRecord(test.app, ana.actor, { module: "Leadz", data: {} }));
    expect(unknown.code).toBe("NOT_FOUND");
    const origin: RecordOrigin = { source: "automation", userId: null };
    const write = { kind: "create", workspaceId: test.workspaceId, module: "Leads", origin, data: {} } as const;
    const invalid = await refusalOf(inTransaction(test.app, (tx) => writeRecord(tx, write)));
    expect(invalid.code).toBe("RECORD_INVALID");
  });
});

describe("changing", () => {
  it("writes only what differs, and nothing when nothing does", async () => {
    const { record } = await newLead({ Company: "Alt", City: "Rome" });
    const changed = await sam.api.records.update({
      module: "Leads",
      id: record.id,
      revision: 1,
      data: { Company: "Neu", City: "Rome" },
    });
    expect(changed).toMatchObject({ revision: 2, changes: { Company: { from: "Alt", to: "Neu" } } });
    const same = await sam.api.records.update({
      module: "Leads",
      id: record.id,
      revision: 2,
      data: { Company: "Neu" },
    });
    expect(same).toMatchObject({ revision: 2, changes: {} });
    expect(await eventsOf(record.id)).toHaveLength(2);
  });

  it("refuses a stale revision and says what changed since, and by whom", async () => {
    const { record } = await newLead({ Company: "Alt" });
    const id = record.id;
    await sam.api.records.update({ module: "Leads", id, revision: 1, data: { Company: "Neu", City: "Rome" } });
    await sam.api.records.update({ module: "Leads", id, revision: 2, data: { City: "Milan" } });
    const { code, details } = await refusalOf(
      saveRecord(test.app, ana.actor, { module: "Leads", id, revision: 1, data: { Company: "Meins" } }),
    );
    expect(code).toBe("CONFLICT");
    expect(details).toMatchObject({
      revision: 3,
      by: sam.actor.name,
      changes: { Company: { from: "Alt", to: "Neu" }, City: { from: null, to: "Milan" } },
    });
  });

  it("lets one of two saves of the same revision through", async () => {
    const { record } = await newLead();
    const results = await Promise.allSettled(
      ["Rome", "Milan"].map((City) =>
        ana.api.records.update({ module: "Leads", id: record.id, revision: 1, data: { City } }),
      ),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await eventsOf(record.id)).toHaveLength(2);
  });

  it("empties a field with null or an empty text, but not a required one", async () => {
    const { record } = await newLead({ City: "Rome" });
    await ana.api.records.update({ module: "Leads", id: record.id, revision: 1, data: { City: "" } });
    const read = await ana.api.records.get({ module: "Leads", id: record.id });
    expect(read.record.City).toBeNull();
    const { details } = await refusalOf(
      saveRecord(test.app, ana.actor, { module: "Leads", id: record.id, data: { Last_Name: null } }),
    );
    expect(details).toMatchObject({ problems: [{ field: "Last_Name", code: "REQUIRED" }] });
  });
});

describe("a unique field", () => {
  const account = (Account_Number: string) =>
    saveRecord(test.app, ana.actor, { module: "Accounts", data: { Account_Name: "Acme", Account_Number } });

  it("is taken once, whatever the case, even when ten ask at the same moment", async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, (_, index) => account(index % 2 ? "ac-1" : "AC-1 ")),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const refused = results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
    for (const error of refused) {
      expect(error).toMatchObject({ code: "INVALID_DATA", details: { problems: [{ code: "NOT_UNIQUE" }] } });
    }
  });

  it("is free again after a change or a delete", async () => {
    const first = await account("AC-2");
    await saveRecord(test.app, ana.actor, {
      module: "Accounts",
      id: first.record.id,
      data: { Account_Number: "AC-3" },
    });
    const second = await account("AC-2");
    await ana.api.records.delete({ module: "Accounts", id: second.record.id });
    await expect(account("AC-2")).resolves.toMatchObject({ revision: 1 });
  });
});

describe("deleting", () => {
  it("empties the lookups that pointed at the record, with an event each", async () => {
    const campaign = await saveRecord(test.app, ana.actor, { module: "Campaigns", data: { Campaign_Name: "Fair" } });
    const lead = await newLead({ Campaign: campaign.record.id });
    await ana.api.records.delete({ module: "Campaigns", id: campaign.record.id });

    const read = await ana.api.records.get({ module: "Leads", id: lead.record.id });
    expect(read).toMatchObject({ record: { Campaign: null }, revision: 2 });
    expect((await eventsOf(lead.record.id)).at(-1)).toMatchObject({
      kind: "updated",
      changes: { Campaign: { from: campaign.record.id, to: null } },
    });
    await expect(ana.api.records.get({ module: "Campaigns", id: campaign.record.id })).rejects.toThrow("NOT_FOUND");
    expect((await eventsOf(campaign.record.id)).at(-1)).toMatchObject({ kind: "deleted", revision: 2 });
  });
});

it("a record of another workspace does not exist", async () => {
  const { record } = await newLead();
  const stranger = { ...ana.actor, workspaceId: "01930000-0000-7000-8000-000000000001" };
  const { code } = await refusalOf(saveRecord(test.app, stranger, { module: "Leads", id: record.id, data: {} }));
  expect(code).toBe("NOT_FOUND");
});

it("a committed change is announced", async () => {
  const heard: string[] = [];
  const end = test.app.changes.subscribe(({ kind, id }) => kind === "record" && heard.push(id));
  const { record } = await newLead();
  await expect.poll(() => heard).toContain(record.id);
  end();
});
