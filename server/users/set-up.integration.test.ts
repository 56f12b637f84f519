import { afterEach, describe, expect, test } from "vitest";
import { seedPeople } from "@/prisma/seed/people";
import { ensureOwner } from "@/server/users/ensure-owner";
import { listPeople } from "@/server/users/list-people";
import { readMe } from "@/server/users/read-me";
import { readSetUpState } from "@/server/users/read-set-up-state";
import { setUp } from "@/server/users/set-up";
import { takeDemoPasswords } from "@/server/users/take-demo-passwords";
import { createTestApp, type TestApp } from "@/tests/fixtures/test-app";

const FORM = {
  name: "Olive Owner",
  email: "olive@example.com",
  password: "correct horse battery",
  language: "en",
  timeZone: "Europe/Paris",
} as const;

let millrace: TestApp;
afterEach(() => millrace.close());

const administrators = async () => {
  const { app, workspaceId } = millrace;
  const people = await app.db.membership.findMany({ where: { workspaceId }, include: { user: true } });
  return people.filter(({ role }) => role === "administrator").map(({ user }) => user.email);
};

describe("set-up", () => {
  test("makes the first administrator, then closes", async () => {
    millrace = await createTestApp();
    expect(await readSetUpState(millrace.app)).toEqual({ open: true });
    await setUp(millrace.app, FORM);
    expect(await readSetUpState(millrace.app)).toEqual({ open: false });
    await expect(setUp(millrace.app, { ...FORM, email: "eve@example.com" })).rejects.toMatchObject({
      code: "SET_UP_CLOSED",
    });
    expect(await administrators()).toEqual(["olive@example.com"]);
  });

  test("gives the workspace its time zone", async () => {
    millrace = await createTestApp();
    await setUp(millrace.app, FORM);
    const workspace = await millrace.app.db.workspace.findFirstOrThrow();
    expect(workspace).toMatchObject({ id: millrace.workspaceId, timeZone: "Europe/Paris", language: "en" });
  });

  test("sent by several people at once makes one administrator", async () => {
    millrace = await createTestApp();
    const forms = ["a", "b", "c", "d"].map((name) => ({ ...FORM, email: `${name}@example.com` }));
    const results = await Promise.allSettled(forms.map((form) => setUp(millrace.app, form)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await administrators()).toHaveLength(1);
  });

  test("is not needed when the settings name an owner, who is made once", async () => {
    millrace = await createTestApp({
      MILLRACE_OWNER_EMAIL: "owner@example.com",
      MILLRACE_OWNER_PASSWORD: "correct horse battery",
    });
    await ensureOwner(millrace.app);
    await ensureOwner(millrace.app);
    expect(await readSetUpState(millrace.app)).toEqual({ open: false });
    expect(await administrators()).toEqual(["owner@example.com"]);
  });

  test("makes one owner, however often it is asked for at once", async () => {
    millrace = await createTestApp({
      MILLRACE_OWNER_EMAIL: "owner@example.com",
      MILLRACE_OWNER_PASSWORD: "correct horse battery",
    });
    await Promise.all([1, 2, 3, 4].map(() => ensureOwner(millrace.app)));
    expect(await administrators()).toEqual(["owner@example.com"]);
  });
});

describe("the demo's people", () => {
  test("are a member and a builder, whose passwords the administrator reads once", async () => {
    millrace = await createTestApp();
    const { app, workspaceId } = millrace;
    await seedPeople(app, { workspaceId });
    await seedPeople(app, { workspaceId });
    await setUp(app, FORM);
    const { userId } = await app.db.membership.findFirstOrThrow({ where: { role: "administrator" } });
    const actor = { workspaceId, userId, name: FORM.name, role: "administrator" } as const;

    expect((await listPeople(app, actor)).map(({ name, role }) => [name, role])).toEqual([
      ["Marta Ops", "builder"],
      ["Olive Owner", "administrator"],
      ["Sam Sales", "member"],
    ]);
    expect(await readMe(app, actor)).toMatchObject({ demoPasswordsWaiting: true });

    const shown = await takeDemoPasswords(app, actor);
    expect(shown.map(({ email }) => email)).toEqual(["sam@millrace.example", "marta@millrace.example"]);
    expect(await takeDemoPasswords(app, actor)).toEqual([]);
    expect(await readMe(app, actor)).toMatchObject({ demoPasswordsWaiting: false });
  });

  test("have passwords that nobody reads in the database", async () => {
    millrace = await createTestApp();
    const { app, workspaceId } = millrace;
    await seedPeople(app, { workspaceId });
    const notice = await app.db.oneTimeNotice.findFirstOrThrow({ where: { workspaceId } });
    expect(Buffer.from(notice.ciphertext).toString("latin1")).not.toContain("sam@millrace.example");
  });
});
