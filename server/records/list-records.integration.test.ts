import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RecordFilter } from "@/core/records/record-filters";
import type { ListRecordsInput } from "@/server/records/list-records";
import { saveRecord } from "@/server/records/save-record";
import { type Caller, createCaller } from "@/tests/fixtures/caller";
import { createTestApp, type TestApp } from "@/tests/fixtures/test-app";

let test: TestApp;
let ana: Caller;

const LEADS = [
  { First_Name: "José", Last_Name: "Núñez", City: "Monterrey", Annual_Revenue: 90, Follow_Up_On: "2026-03-01" },
  { First_Name: "Anna", Last_Name: "Åberg", City: "rome", Annual_Revenue: 1_000, Do_Not_Call: true },
  {
    First_Name: "Bea",
    Last_Name: "Zorn",
    City: "Rome",
    Lead_Status: "Lost",
    Last_Contacted: "2026-03-14T09:30:00+01:00",
  },
  { First_Name: "Carl", Last_Name: "100%_sure", Company: "a\\b", Lead_Status: "Qualified", Annual_Revenue: -5 },
];

beforeAll(async () => {
  test = await createTestApp();
  ana = await createCaller(test, "member");
  for (const data of LEADS) await save("Leads", data);
});
afterAll(() => test.close());

const save = (module: string, data: Record<string, unknown>) => saveRecord(test.app, ana.actor, { module, data });
const firstNames = async (input: Omit<ListRecordsInput, "module">) => {
  const { records } = await ana.api.records.list({ module: "Leads", ...input });
  return records.map(({ record }) => record.First_Name).join(" ");
};

describe("search", () => {
  it.each([
    ["jose", "José"],
    ["NUNEZ jos", "José"],
    ["rome", "Bea Anna"],
    ["rome lost", "Bea"],
    ["100%_", "Carl"],
    ["a\\b", "Carl"],
    ["%", "Carl"],
    ["nobody", ""],
    ["  ", "Carl Bea Anna José"],
  ])("%j finds %j", async (search, expected) => {
    expect(await firstNames({ search })).toBe(expected);
  });

  it("finds a record by its id", async () => {
    const { records } = await ana.api.records.list({ module: "Leads", search: "zorn" });
    expect(await firstNames({ search: records[0]!.record.id })).toBe("Bea");
  });
});

describe("filters", () => {
  it.each<[RecordFilter[], string]>([
    [[{ field: "Lead_Status", operator: "is", value: ["Lost", "Qualified"] }], "Carl Bea"],
    [[{ field: "Lead_Status", operator: "is-not", value: ["New"] }], "Carl Bea"],
    [[{ field: "City", operator: "is", value: "ROME" }], "Bea Anna"],
    [[{ field: "City", operator: "starts-with", value: "mon" }], "José"],
    [[{ field: "City", operator: "empty" }], "Carl"],
    [[{ field: "Annual_Revenue", operator: "at-least", value: 90 }], "Anna José"],
    [[{ field: "Annual_Revenue", operator: "less", value: 90 }], "Carl"],
    [[{ field: "Follow_Up_On", operator: "at-most", value: "2026-03-01" }], "José"],
    [[{ field: "Last_Contacted", operator: "at-least", value: "2026-03-14T08:30:00Z" }], "Bea"],
    [[{ field: "Do_Not_Call", operator: "is", value: true }], "Anna"],
    [[{ field: "Do_Not_Call", operator: "is", value: false }], "Carl Bea José"],
    [
      [
        { field: "City", operator: "contains", value: "om" },
        { field: "Annual_Revenue", operator: "not-empty" },
      ],
      "Anna",
    ],
  ])("%j", async (filters, expected) => {
    expect(await firstNames({ filters })).toBe(expected);
  });

  it.each<[string, RecordFilter]>([
    ["an unknown field", { field: "Shoe_Size", operator: "is", value: "44" }],
    ["an operator of other fields", { field: "City", operator: "less", value: "m" }],
    ["a value of another kind", { field: "Annual_Revenue", operator: "is", value: "many" }],
    ["a day that does not exist", { field: "Follow_Up_On", operator: "is", value: "2026-02-30" }],
    ["a character that cannot be stored", { field: "City", operator: "is", value: "\0" }],
  ])("%s is refused", async (_what, filter) => {
    await expect(ana.api.records.list({ module: "Leads", filters: [filter] })).rejects.toThrow("BAD_REQUEST");
  });
});

describe("order", () => {
  it.each([
    ["name", "ascending", "Anna Bea Carl José"],
    ["Last_Name", "ascending", "Carl Anna José Bea"],
    ["Annual_Revenue", "ascending", "Carl José Anna Bea"],
    ["Annual_Revenue", "descending", "Anna José Carl Bea"],
    ["Lead_Status", "descending", "Bea Carl Anna José"],
    ["Do_Not_Call", "descending", "Anna Carl Bea José"],
    ["createdAt", "ascending", "José Anna Bea Carl"],
  ] as const)("by %s %s: %s", async (by, direction, expected) => {
    expect(await firstNames({ sort: { by, direction } })).toBe(expected);
  });

  it("is by the name of what a lookup points at", async () => {
    const ids = new Map<string, string>();
    for (const name of ["Beta", "Alpha"]) {
      ids.set(name, (await save("Accounts", { Account_Name: name })).record.id);
      await save("Contacts", { Last_Name: `of ${name}`, Account_Name: ids.get(name) });
    }
    await save("Contacts", { Last_Name: "of nobody" });
    const sort = { by: "Account_Name", direction: "ascending" } as const;
    const page = await ana.api.records.list({ module: "Contacts", sort });
    expect(page.records.map(({ name }) => name)).toEqual(["of Alpha", "of Beta", "of nobody"]);
    expect(page.lookups).toEqual({ [ids.get("Alpha")!]: "Alpha", [ids.get("Beta")!]: "Beta" });
  });

  it("refuses a field that is not there", async () => {
    const sort = { by: "Shoe_Size", direction: "ascending" } as const;
    await expect(ana.api.records.list({ module: "Leads", sort })).rejects.toThrow("BAD_REQUEST");
  });
});

describe("pages", () => {
  const pages = async (input: Omit<ListRecordsInput, "module">, between: () => Promise<unknown> = async () => {}) => {
    const names: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await ana.api.records.list({ module: "Deals", limit: 3, ...input, cursor });
      names.push(...page.records.map(({ name }) => name));
      cursor = page.nextCursor;
      await between();
    } while (cursor);
    return names;
  };
  const amounts = [5, 5, 5, null, 7, null, 1, 5];

  beforeAll(async () => {
    for (const [index, Amount] of amounts.entries()) {
      await save("Deals", { Deal_Name: `Deal ${index}`, Stage: "Proposal", Amount });
    }
  });

  it.each(["createdAt", "name", "Amount", "Stage", "Closing_Date", "Last_Activity", "Account_Name"])(
    "by %s show every record once, in both directions",
    async (by) => {
      const up = await pages({ sort: { by, direction: "ascending" } });
      const down = await pages({ sort: { by, direction: "descending" } });
      const all = amounts.map((_, index) => `Deal ${index}`);
      expect([...up].sort()).toEqual(all);
      expect([...down].sort()).toEqual(all);
    },
  );

  it("neither repeat nor hide a record when others are added meanwhile", async () => {
    const before = await pages({});
    let added = 0;
    const while_ = await pages({}, () => save("Deals", { Deal_Name: `Added ${added++}`, Stage: "Won" }));
    expect(while_).toEqual(before);
  });

  it("count once, on the first", async () => {
    const first = await ana.api.records.list({ module: "Deals", limit: 3 });
    expect(first.count).toEqual({ value: expect.any(Number), isCapped: false });
    const second = await ana.api.records.list({ module: "Deals", limit: 3, cursor: first.nextCursor });
    expect(second.count).toBeNull();
  });

  it.each(["", "nonsense", Buffer.from('{"sort":"x","key":"1","id":"1"}').toString("base64url")])(
    "refuse the cursor %j",
    async (cursor) => {
      const list = ana.api.records.list({ module: "Deals", cursor: cursor || "e30" });
      await expect(list).rejects.toThrow("BAD_REQUEST");
    },
  );

  it("refuse a cursor of another order", async () => {
    const { nextCursor } = await ana.api.records.list({ module: "Deals", limit: 1 });
    const sort = { by: "Amount", direction: "ascending" } as const;
    await expect(ana.api.records.list({ module: "Deals", sort, cursor: nextCursor })).rejects.toThrow("BAD_REQUEST");
  });
});
