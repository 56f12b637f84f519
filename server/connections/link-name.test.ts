import { describe, expect, it } from "vitest";
import { LINK_NAME, linkNameFor } from "@/server/connections/link-name";

describe("linkNameFor", () => {
  it.each([
    ["Mailing list", "mailing_list"],
    ["  Mailing list (Paris)  ", "mailing_list_paris"],
    ["Éva's café", "eva_s_cafe"],
    ["1st API", "st_api"],
    ["顧客", "service"],
    ["x".repeat(200), "x".repeat(60)],
  ])("names %j %s in code", (name, expected) => {
    expect(linkNameFor(name, new Set())).toBe(expected);
    expect(expected).toMatch(LINK_NAME);
  });

  it("numbers a name that is taken", () => {
    expect(linkNameFor("Mailing list", new Set(["mailing_list", "mailing_list_2"]))).toBe("mailing_list_3");
  });
});
