import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { actorOfRequest } from "@/server/users/actor-of-request";
import { authHandler } from "@/server/users/auth-handler";
import { changePassword } from "@/server/users/change-password";
import { endOfSession } from "@/server/users/end-of-session";
import { listSessions } from "@/server/users/list-sessions";
import { revokeOtherSessions } from "@/server/users/revoke-other-sessions";
import { revokeSession } from "@/server/users/revoke-session";
import { setUp } from "@/server/users/set-up";
import { createTestApp, type TestApp } from "@/tests/fixtures/test-app";

const OWNER = { name: "Olive Owner", email: "olive@example.com", password: "correct horse battery" };
const ORIGIN = "http://localhost:3000";

let millrace: TestApp;
beforeAll(async () => {
  millrace = await createTestApp();
  await setUp(millrace.app, { ...OWNER, language: "en", timeZone: "Europe/Paris" });
});
afterAll(() => millrace.close());

/** What a browser does on the sign-in page. */
function attempt(credentials: object, { origin = ORIGIN, address = "192.0.2.1", base = ORIGIN } = {}) {
  const request = new Request(`${base}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin },
    body: JSON.stringify(credentials),
  });
  return authHandler(millrace.app, request, address);
}

async function signIn(password = OWNER.password): Promise<Headers> {
  const answer = await attempt({ email: OWNER.email, password });
  expect(answer.status).toBe(200);
  return new Headers({
    cookie: answer.headers
      .getSetCookie()
      .map((cookie) => cookie.split(";")[0])
      .join("; "),
  });
}

describe("signing in", () => {
  test("makes the requests of that browser the person's", async () => {
    const browser = await signIn();
    const signedIn = await actorOfRequest(millrace.app, browser);
    expect(signedIn?.actor).toMatchObject({
      workspaceId: millrace.workspaceId,
      name: "Olive Owner",
      role: "administrator",
    });
  });

  test("does not mind how the e-mail is written", async () => {
    expect((await attempt({ ...OWNER, email: "Olive@Example.com" })).status).toBe(200);
  });

  test("keeps the cookie from scripts, from other sites, and from plain HTTP where there is TLS", async () => {
    const [cookie] = (await attempt(OWNER)).headers.getSetCookie();
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect(cookie).not.toMatch(/Secure/i);
    const [secure] = (
      await attempt(OWNER, { base: "https://crm.example.com", origin: "https://crm.example.com" })
    ).headers.getSetCookie();
    expect(secure).toMatch(/; Secure/);
  });

  test("says the same of a wrong password and of a person who does not exist", async () => {
    const wrong = await attempt({ email: OWNER.email, password: "not the password" });
    const unknown = await attempt({ email: "nobody@example.com", password: "not the password" });
    expect(wrong.status).toBe(401);
    expect(unknown.status).toBe(401);
    expect(await wrong.text()).toBe(await unknown.text());
  });

  test("is refused from a page of another site", async () => {
    expect((await attempt(OWNER, { origin: "https://evil.example" })).status).toBe(403);
  });

  test.each([
    [{}],
    [{ email: 7, password: OWNER.password }],
    [{ email: OWNER.email }],
    [{ email: ["a"], password: {} }],
  ])("with %j is a mistake of the caller's", async (body) => {
    expect((await attempt(body)).status).toBe(400);
  });

  test.each(["POST /sign-up/email", "POST /change-password", "GET /list-sessions", "POST /delete-user", "GET /ok"])(
    "leaves no other door open: %s",
    async (route) => {
      const [method, path] = route.split(" ");
      const request = new Request(`${ORIGIN}/api/auth${path}`, { method });
      expect((await authHandler(millrace.app, request, "192.0.2.1")).status).toBe(404);
    },
  );

  test("has to wait after too many failures, also with the right password", async () => {
    const address = "192.0.2.99";
    for (let time = 0; time < 8; time++) await attempt({ ...OWNER, password: "a guess" }, { address });
    const refused = await attempt(OWNER, { address });
    expect(refused.status).toBe(429);
    expect(refused.headers.get("retry-after")).toBe("900");
    expect((await attempt(OWNER, { address: "192.0.2.100" })).status).toBe(200);
    millrace.clock.advance(15 * 60_000);
    expect((await attempt(OWNER, { address })).status).toBe(200);
  });
});

describe("a session", () => {
  let browser: Headers;
  beforeEach(async () => {
    browser = await signIn();
  });
  const whoIs = async (headers: Headers) => {
    millrace.clock.advance(1_000);
    return actorOfRequest(millrace.app, headers);
  };
  const me = async () => {
    const signedIn = await whoIs(browser);
    if (!signedIn) throw new Error("not signed in");
    return signedIn;
  };

  test("is nobody's with a cookie that was changed", async () => {
    const cookie = browser.get("cookie") ?? "";
    expect(await whoIs(new Headers({ cookie: cookie.replace(/=(.)/, "=x$1") }))).toBeNull();
    expect(await whoIs(new Headers({ cookie: "millrace.session_token=" }))).toBeNull();
    expect(await whoIs(new Headers())).toBeNull();
  });

  test("ends at sign-out", async () => {
    const headers = new Headers({ ...Object.fromEntries(browser), origin: ORIGIN, "content-type": "application/json" });
    const request = new Request(`${ORIGIN}/api/auth/sign-out`, { method: "POST", headers, body: "{}" });
    expect((await authHandler(millrace.app, request, "192.0.2.1")).status).toBe(200);
    expect(await whoIs(browser)).toBeNull();
  });

  test("that is revoked is over within a second, and the others go on", async () => {
    const other = await signIn();
    const { actor, sessionId } = await me();
    const otherId = (await whoIs(other))?.sessionId ?? "";
    expect(await listSessions(millrace.app, actor, sessionId)).toContainEqual(
      expect.objectContaining({ id: otherId, current: false, address: "192.0.2.1" }),
    );
    await revokeSession(millrace.app, actor, { id: otherId });
    expect(await whoIs(other)).toBeNull();
    expect(await whoIs(browser)).not.toBeNull();
  });

  test("of another person cannot be revoked", async () => {
    const { sessionId } = await me();
    const { actor } = await me();
    const stranger = { ...actor, userId: "somebody-else" };
    await expect(revokeSession(millrace.app, stranger, { id: sessionId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("takes its open subscriptions along, and leaves those of other sessions", async () => {
    const other = await signIn();
    const { actor, sessionId } = await me();
    const otherId = (await whoIs(other))?.sessionId ?? "";
    const listener = new AbortController();
    const ends = endOfSession(millrace.app, otherId, listener.signal);
    const goesOn = endOfSession(millrace.app, sessionId, listener.signal);
    const ended = new Promise((resolve) => ends.addEventListener("abort", resolve));
    await revokeSession(millrace.app, actor, { id: otherId });
    await ended;
    expect(goesOn.aborted).toBe(false);
    listener.abort();
  });

  test("stays alone when all the others are ended", async () => {
    await signIn();
    const { actor, sessionId } = await me();
    const { ended } = await revokeOtherSessions(millrace.app, actor, sessionId);
    expect(ended).toBeGreaterThan(0);
    expect(await listSessions(millrace.app, actor, sessionId)).toEqual([
      expect.objectContaining({ id: sessionId, current: true }),
    ]);
  });

  test("is the only one left after a change of password, which asks for the current one", async () => {
    const other = await signIn();
    const { actor, sessionId } = await me();
    const next = "another horse battery";
    await expect(changePassword(millrace.app, actor, sessionId, { current: "a guess", next })).rejects.toMatchObject({
      code: "WRONG_PASSWORD",
    });
    await changePassword(millrace.app, actor, sessionId, { current: OWNER.password, next });
    expect(await whoIs(other)).toBeNull();
    expect((await attempt(OWNER)).status).toBe(401);
    browser = await signIn(next);
    await changePassword(millrace.app, actor, sessionId, { current: next, next: OWNER.password });
  });
});
