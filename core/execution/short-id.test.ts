import { describe, expect, it } from "vitest";
import { shortId, shortIdSuffix } from "@/core/execution/short-id";

describe("the short id of an execution", () => {
  it("has four characters nobody confuses", () => {
    expect(shortId("01980000-0000-7000-8000-0000000fffff")).toBe("ZZZZ");
    expect(shortId("01980000-0000-7000-8000-000000000021")).toBe("0011");
  });

  it("leads back to the end of the id, with or without # and in any case", () => {
    const id = "01980000-0000-7000-8000-00000003c9f2";
    expect(shortIdSuffix(`#${shortId(id).toLowerCase()}`)).toBe("3c9f2");
  });

  it("is not made of every text", () => {
    expect(shortIdSuffix("Maria")).toBeNull();
    expect(shortIdSuffix("Rossi".slice(0, 4))).toBeNull();
    expect(shortIdSuffix("#ILOU")).toBeNull();
  });
});
