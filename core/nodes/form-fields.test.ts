import { describe, expect, test } from "vitest";
import { formFields } from "@/core/nodes/form-fields";

const keys = (type: string, config: Record<string, unknown>) => formFields(type, config).map(({ key }) => key);

describe("the form of a step", () => {
  test("a setting that belongs to a default is shown before anybody chose that default", () => {
    expect(keys("record.search", {})).toContain("limit");
    expect(keys("record.search", { find: "all" })).toContain("limit");
    expect(keys("record.search", { find: "first" })).not.toContain("limit");
  });

  test("a type that does not exist has no form", () => {
    expect(keys("no-such-type", {})).toEqual([]);
  });
});
