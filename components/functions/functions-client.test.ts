import { describe, expect, it } from "vitest";
import { argumentText, controlFor, readArguments } from "@/components/functions/argument-text";
import { matchField } from "@/components/functions/match-field";
import { freeParameterName, rewriteParameters } from "@/components/functions/rewrite-parameters";
import { functionSignature } from "@/core/compiler/function-signature";
import type { CrmField, CrmModule } from "@/core/records/field-types";

const parameter = (name: string, type: string, optional = false) => ({ name, type, optional });

describe("readArguments", () => {
  it("reads each argument as its type says", () => {
    const parameters = [
      parameter("a", "string"),
      parameter("b", "number"),
      parameter("c", "boolean | null"),
      parameter("d", "string[]"),
    ];
    const { values, mistakes } = readArguments(parameters, { a: "12", b: "12", c: "true", d: '["x"]' });
    expect(values).toEqual({ a: "12", b: 12, c: true, d: ["x"] });
    expect(mistakes).toEqual({});
  });

  it("leaves out what may be empty and says what is missing or wrong", () => {
    const parameters = [
      parameter("a", "string"),
      parameter("b", "number"),
      parameter("c", "number", true),
      parameter("d", "object"),
      parameter("e", "number"),
    ];
    const { values, mistakes } = readArguments(parameters, { a: "", b: "", d: "{", e: "x" });
    expect(values).toEqual({ a: "" });
    expect(mistakes).toEqual({ b: "required", d: "json", e: "number" });
  });

  it("shows a value the way it is typed in", () => {
    expect(argumentText("string", "x")).toBe("x");
    expect(argumentText("number", 3)).toBe("3");
    expect(argumentText("any", { a: 1 })).toBe('{\n  "a": 1\n}');
    expect(argumentText("string", null)).toBe("");
    expect(controlFor('"a" | "b"')).toBe("text");
  });
});

describe("rewriteParameters", () => {
  it("changes the parameters and nothing else", () => {
    const source = "const a = 1;\nexport function f(x: string, y = 2): number { return y; }\n";
    const read = functionSignature(source);
    if ("problem" in read) throw new Error(read.problem.reason);
    const parameters = [parameter("z", "boolean", true), ...read.head.signature.parameters.slice(1)];
    expect(rewriteParameters(source, read.head, parameters)).toBe(
      "const a = 1;\nexport function f(z?: boolean, y = 2): number { return y; }\n",
    );
    expect(freeParameterName([parameter("input2", "string")])).toBe("input3");
  });
});

describe("matchField", () => {
  const field = (apiName: string): CrmField => ({
    apiName,
    label: apiName.replace("_", " "),
    type: "text",
    required: false,
    unique: false,
  });
  const leads: CrmModule = {
    apiName: "Leads",
    singular: "Lead",
    plural: "Leads",
    nameFields: ["First_Name", "Last_Name"],
    fields: ["First_Name", "Last_Name", "Email", "Mailing_Status"].map(field),
  };

  it.each([
    ["firstName", { from: "field", field: "First_Name" }],
    ["email", { from: "field", field: "Email" }],
    ["leadEmail", { from: "field", field: "Email" }],
    ["contactEmail", { from: "field", field: "Email" }],
    ["mailing_status", { from: "field", field: "Mailing_Status" }],
    ["lead", { from: "record" }],
    ["record", { from: "record" }],
    ["leadId", { from: "field", field: "id" }],
    ["amount", null],
  ])("%s", (argument, expected) => {
    expect(matchField(argument, leads)).toEqual(expected);
  });
});
