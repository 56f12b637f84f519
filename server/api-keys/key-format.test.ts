import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { makeApiKey, parseApiKey } from "@/server/api-keys/key-format";

test("a made key is read back into its parts", () => {
  const made = makeApiKey(randomBytes);

  expect(parseApiKey(made.key)).toEqual({ publicId: made.publicId, secret: made.secret });
});

test("a key with one mistyped character is refused without a look-up", () => {
  const { key } = makeApiKey(randomBytes);
  const wrong = key[20] === "a" ? "b" : "a";

  expect(parseApiKey(key.slice(0, 20) + wrong + key.slice(21))).toBeNull();
});

test("other texts are no keys", () => {
  for (const text of ["", "mr_", "Bearer x", "mr_short_secret_check", " "]) expect(parseApiKey(text)).toBeNull();
});
