import { expect, test } from "vitest";
import { passwordRule } from "@/core/users/password-rule";
import { parseEnv, SettingsError } from "@/server/env";

function mistakesOf(source: Record<string, string>): string[] {
  try {
    parseEnv(source);
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.mistakes;
    throw error;
  }
}

test("nothing needs to be set", () => {
  const env = parseEnv({});

  expect(env).toMatchObject({
    port: 3000,
    host: "localhost",
    databaseUrl: null,
    owner: null,
    apiKey: null,
    demo: true,
  });
  expect(env.dataFolder).toMatch(/^\/.*\.millrace$/);
});

test("an empty value counts as not set", () => {
  expect(parseEnv({ PORT: "", DATABASE_URL: " " })).toMatchObject({ port: 3000, databaseUrl: null });
});

test("every mistake is named at once, with its variable", () => {
  const mistakes = mistakesOf({ PORT: "eighty", DATABASE_URL: "mysql://db/millrace", MILLRACE_DEMO: "maybe" });

  expect(mistakes.map((mistake) => mistake.split(" ")[0])).toEqual(["PORT", "DATABASE_URL", "MILLRACE_DEMO"]);
});

test("the owner's e-mail and password belong together", () => {
  expect(mistakesOf({ MILLRACE_OWNER_EMAIL: "ana@example.com" })[0]).toContain("belong together");
  expect(mistakesOf({ MILLRACE_OWNER_PASSWORD: "correct horse" })[0]).toContain("belong together");
  expect(parseEnv({ MILLRACE_OWNER_EMAIL: "ana@example.com", MILLRACE_OWNER_PASSWORD: "correct horse" }).owner).toEqual(
    { email: "ana@example.com", password: "correct horse" },
  );
});

test("an owner's password that the set-up page would refuse is refused here too", () => {
  const owner = { MILLRACE_OWNER_EMAIL: "ana@example.com", MILLRACE_OWNER_PASSWORD: "elevenchars" };
  expect(passwordRule.safeParse(owner.MILLRACE_OWNER_PASSWORD).success).toBe(false);
  expect(mistakesOf(owner)).toEqual([
    "MILLRACE_OWNER_PASSWORD must have 12 to 128 characters; a few words in a row are fine.",
  ]);
});

test("a master key is 32 bytes, as base64 or hexadecimal", () => {
  const bytes = Buffer.from(Array.from({ length: 32 }, (_, index) => index));

  expect(parseEnv({ MILLRACE_MASTER_KEY: bytes.toString("base64") }).masterKey).toEqual(bytes);
  expect(parseEnv({ MILLRACE_MASTER_KEY: bytes.toString("hex") }).masterKey).toEqual(bytes);
  expect(mistakesOf({ MILLRACE_MASTER_KEY: "secret" })[0]).toContain("32 bytes");
});

test.each(["127.0.0.1:8080", "intranet.example.com:443, [fd00::1]:80"])("%s may be allowed for calls", (pairs) => {
  expect(mistakesOf({ MILLRACE_EGRESS_ALLOW: pairs })).toEqual([]);
});

test.each(["10.0.0.1", "http://10.0.0.1:80", "10.0.0.1:0", "10.0.0.1:99999"])(
  "%s may not be allowed for calls",
  (pairs) => {
    expect(mistakesOf({ MILLRACE_EGRESS_ALLOW: pairs })).toHaveLength(1);
  },
);

test("a role needs a database that processes can share", () => {
  expect(mistakesOf({ MILLRACE_ROLE: "worker" })[0]).toContain("set DATABASE_URL");
  expect(mistakesOf({ MILLRACE_ROLE: "boss" })[0]).toContain("all, web (pages and API) or worker");

  const shared = { DATABASE_URL: "postgresql://millrace@db:5432/millrace" };
  expect(parseEnv({ ...shared, MILLRACE_ROLE: "web" })).toMatchObject({ role: "web", demo: false, drainSeconds: 0 });
  expect(mistakesOf({ ...shared, MILLRACE_ROLE: "web", MILLRACE_DEMO: "1" })[0]).toContain("MILLRACE_ROLE=all");
});

test("numbers have bounds that the refusal names", () => {
  expect(mistakesOf({ MILLRACE_AT_ONCE: "0", MILLRACE_DRAIN_SECONDS: "1.5" })).toEqual([
    expect.stringContaining("MILLRACE_AT_ONCE must be a whole number from 1 to 1000"),
    expect.stringContaining("MILLRACE_DRAIN_SECONDS must be a whole number from 0 to 300"),
  ]);
  expect(parseEnv({ MILLRACE_AT_ONCE: "12" })).toMatchObject({ executionsAtOnce: 12 });
});
