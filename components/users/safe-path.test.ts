import { describe, expect, test } from "vitest";
import { safePath } from "@/components/users/safe-path";

describe("after sign-in", () => {
  test.each(["/records/Leads?status=New", "/executions/1#step", "/"])("people come back to %s", (path) => {
    expect(safePath(path)).toBe(path);
  });

  test.each([null, "", "https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "records"])(
    "%s leads Home instead of elsewhere",
    (path) => {
      expect(safePath(path)).toBe("/");
    },
  );

  test("nobody is sent round in a circle", () => {
    expect(safePath("/sign-in?back=/sign-in")).toBe("/");
  });
});
