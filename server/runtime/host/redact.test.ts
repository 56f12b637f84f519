import { describe, expect, it } from "vitest";
import { REDACTED, redactor } from "@/server/runtime/host/redact";

const SECRET = 'CANARY-ä/+ k3y"1';
const redact = redactor([SECRET]);

describe("a secret", () => {
  it.each([
    ["as it is", `Bearer ${SECRET}`],
    ["in a URL", `https://example.org/?key=${encodeURIComponent(SECRET)}`],
    ["in a form", new URLSearchParams({ key: SECRET }).toString()],
    ["in JSON inside text", JSON.stringify({ key: SECRET })],
    ["in base64", Buffer.from(SECRET).toString("base64")],
    ["in base64 after a name", Buffer.from(`user:${SECRET}`).toString("base64")],
    ["in base64 between others", Buffer.from(`ab${SECRET}cd`).toString("base64url")],
    ["in hexadecimal", Buffer.from(SECRET).toString("hex")],
  ])("is taken out %s", (_where, text) => {
    const redacted = redact(text);
    expect(redacted).toContain(REDACTED);
    for (const form of [SECRET, encodeURIComponent(SECRET), Buffer.from(SECRET).toString("hex")]) {
      expect(redacted).not.toContain(form);
    }
    expect(Buffer.from(redacted, "base64").toString()).not.toContain("CANARY");
  });

  it("is taken out of keys and at any depth, and the rest stays", () => {
    expect(redact({ [SECRET]: [{ deep: `x${SECRET}y` }], other: 1, none: null })).toEqual({
      [REDACTED]: [{ deep: `x${REDACTED}y` }],
      other: 1,
      none: null,
    });
  });
});

it("without secrets nothing changes", () => {
  const value = { a: ["b"] };
  expect(redactor([])(value)).toBe(value);
});
