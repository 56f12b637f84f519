import { expect, it } from "vitest";
import { isPassingError } from "@/server/database/is-passing-error";

const withCode = (code: string) => Object.assign(new Error("it failed"), { code });

it.each(["ECONNREFUSED", "ECONNRESET", "57P01", "57P03", "08006", "53300", "40P01"])("%s passes", (code) => {
  expect(isPassingError(withCode(code))).toBe(true);
});

it.each(["Connection terminated unexpectedly", "timeout exceeded when trying to connect"])("%s passes", (message) => {
  expect(isPassingError(new Error(message))).toBe(true);
});

it.each([withCode("23505"), withCode("22P05"), withCode("42601"), new Error("a bug"), "text", null])(
  "%s stays",
  (thrown) => {
    expect(isPassingError(thrown)).toBe(false);
  },
);
