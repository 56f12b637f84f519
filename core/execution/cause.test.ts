import { describe, expect, it } from "vitest";
import { causeOf } from "@/core/execution/cause";
import type { ExecutionError } from "@/core/execution/errors";
import type { StepData } from "@/core/execution/origin-chain";
import { AutomationDocument } from "@/core/graph/document";
import type { Json } from "@/core/values/json";
import { expression } from "@/core/values/value";

const LEAD = "01980000-0000-7000-8000-000000000001";

const document = AutomationDocument.parse({
  format: "millrace/automation",
  schemaVersion: 2,
  name: "Add to mailing list",
  nodes: [
    { id: "start", type: "button", name: "lead", label: "Button pressed", config: { module: "Leads", label: "Add" } },
    {
      id: "build",
      type: "function",
      name: "subscriber",
      label: "Build subscriber",
      config: { function: "buildSubscriber", arguments: { email: expression("lead.record.Email") } },
    },
    {
      id: "add",
      type: "connection",
      name: "member",
      label: "Add a member",
      config: { connection: "mailing_list", action: "add-member", inputs: { email: expression("subscriber.email") } },
    },
  ],
  edges: [],
});

const steps = new Map<string, StepData>([
  ["start", { input: null, output: { record: { id: LEAD, Email: "Maria@rossi" }, module: "Leads" } }],
  ["build", { input: { email: "Maria@rossi" }, output: { email: "maria@rossi", firstName: "Maria" } }],
]);

const request: Json = { connection: "mailing_list", method: "POST", url: "/members", body: { email: "maria@rossi" } };

function cause(error: Partial<ExecutionError>, input: Json = request) {
  const failed = { nodeId: "add", path: "", attempt: 1, handled: false, input };
  return causeOf(
    { code: "HTTP_STATUS", params: { target: "Mailing list", status: 400 }, message: "", status: 400, ...error },
    failed,
    {
      document,
      steps,
      automationId: "automation",
      labelOf: (_node, path) => (path.at(-1) === "email" ? "E-mail" : ""),
    },
  );
}

describe("the cause of a refused call", () => {
  const refused = cause({
    message: "email: not a valid address",
    body: { error: { message: "email: not a valid address" } },
  });

  it("says who refused which value", () => {
    expect(refused.headline).toMatchObject({
      key: "headline.HTTP_REFUSED_VALUE",
      params: { target: "Mailing list", label: "e-mail", value: "maria@rossi" },
    });
  });

  it("quotes the other side word for word", () => {
    expect(refused.said).toBe("email: not a valid address");
  });

  it("follows the value back to the record's field", () => {
    expect(refused.chain).toEqual([
      {
        kind: "setting",
        nodeId: "add",
        step: "Add a member",
        setting: "inputs.email",
        formula: "subscriber.email",
        value: "maria@rossi",
      },
      { kind: "output", nodeId: "build", step: "Build subscriber", path: ["email"], value: "maria@rossi" },
      {
        kind: "setting",
        nodeId: "build",
        step: "Build subscriber",
        setting: "arguments.email",
        formula: "lead.record.Email",
        value: "Maria@rossi",
      },
      {
        kind: "record",
        nodeId: "start",
        step: "Button pressed",
        module: "Leads",
        recordId: LEAD,
        field: "Email",
        value: "Maria@rossi",
      },
    ]);
  });

  it("offers to correct the record first, then the step's field, then to run again", () => {
    expect(refused.actions).toEqual([
      { kind: "edit-record", module: "Leads", recordId: LEAD, field: "Email" },
      { kind: "open-step", automationId: "automation", nodeId: "add", field: "inputs.email", line: null },
      { kind: "rerun" },
    ]);
  });

  it("blames the data", () => {
    expect(refused.fault).toBe("data");
  });
});

describe("the cause of other failures", () => {
  it("leads to the connection when the account is not accepted", () => {
    const refused = cause({ status: 401, message: "bad key", params: { target: "Mailing list", status: 401 } });
    expect(refused.headline.key).toBe("headline.HTTP_NOT_LET_IN");
    expect(refused.fault).toBe("connection");
    expect(refused.actions[0]).toEqual({ kind: "open-connection", linkName: "mailing_list" });
  });

  it("offers to run again first when the same call may work later", () => {
    const late = cause({ code: "HTTP_TIMEOUT", status: undefined, params: { target: "Mailing list", seconds: 40 } });
    expect(late.actions[0]).toEqual({ kind: "rerun" });
    expect(late.chain).toEqual([]);
  });

  it("leads to the usage when a daily limit refused it: the next run would be refused too", () => {
    const refused = cause({ code: "DAY_LIMIT", status: undefined, params: { quota: "httpCalls", limit: 3 } });
    expect(refused.actions).toEqual([{ kind: "open-usage" }, { kind: "rerun" }]);
  });

  it("names an empty value as empty", () => {
    const refused = cause({ message: "email is required" }, { method: "POST", url: "/members", body: { email: null } });
    expect(refused.headline.key).toBe("headline.HTTP_REFUSED_EMPTY");
  });

  it("keeps every part of a headline short", () => {
    const refused = cause({ message: "x".repeat(5_000) }, { method: "POST", url: "/members", body: {} });
    const longest = Math.max(...Object.values(refused.headline.params).map((value) => String(value).length));
    expect(longest).toBeLessThanOrEqual(56);
  });
});
