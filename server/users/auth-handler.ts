import type { App } from "@/server/app";
import { actorOfRequest } from "@/server/users/actor-of-request";
import { authOf } from "@/server/users/auth";
import { createSignInThrottle, type SignInThrottle } from "@/server/users/sign-in-throttle";

/**
 * Answers `/api/auth/*`. Only what the pages need is open; people, sessions and passwords are changed through tRPC.
 *
 * @param request with the URL the browser used: its origin is the one that is trusted
 * @param address of the caller, for throttling and the list of sessions
 */
export async function authHandler(app: App, request: Request, address: string): Promise<Response> {
  const { pathname, protocol, origin } = new URL(request.url);
  const route = `${request.method} ${pathname.replace(/^\/api\/auth/, "")}`;
  if (!OPEN_ROUTES.has(route)) return refuse("NOT_FOUND", 404);
  // better-auth asks this only of requests with cookies; a sign-in from another site's page has none.
  if ((request.headers.get("origin") ?? origin) !== origin) return refuse("FORBIDDEN", 403);
  const headers = new Headers(request.headers);
  headers.set("x-millrace-address", address);
  const known = new Request(request, { headers });
  const answer = await answerRoute(app, route, known, address);
  // It has no failures but those of its database.
  if (answer.status >= 500) return refuse("UNAVAILABLE", 503, { "retry-after": "1" });
  return protocol === "https:" ? withSecureCookies(answer) : answer;
}

const SIGN_IN = "POST /sign-in/email";
const SIGN_OUT = "POST /sign-out";
const OPEN_ROUTES = new Set([SIGN_IN, SIGN_OUT, "GET /get-session"]);

async function answerRoute(app: App, route: string, request: Request, address: string): Promise<Response> {
  if (route === SIGN_IN) return signIn(app, request, address);
  const leaving = route === SIGN_OUT ? await actorOfRequest(app, request.headers) : null;
  const answer = await authOf(app).handler(request);
  if (leaving && answer.ok) {
    const { actor, sessionId } = leaving;
    await app.changes.notify({ kind: "session", workspaceId: actor.workspaceId, id: sessionId });
  }
  return answer;
}

const throttles = new WeakMap<App, SignInThrottle>();

async function signIn(app: App, request: Request, address: string): Promise<Response> {
  const throttle = throttles.get(app) ?? createSignInThrottle(app.clock);
  throttles.set(app, throttle);
  const account = await accountOf(request.clone());
  if (account === null) return refuse("BAD_REQUEST", 400);
  const waitSeconds = throttle.waitSeconds(account, address);
  if (waitSeconds > 0) {
    app.log.warn({ address }, "sign-in refused: too many failures");
    return refuse("TOO_MANY_REQUESTS", 429, { "retry-after": String(waitSeconds) });
  }
  const answer = await authOf(app).handler(request);
  if (answer.status === 401) throttle.failed(account, address);
  if (answer.ok) throttle.succeeded(account, address);
  return answer;
}

async function accountOf(request: Request): Promise<string | null> {
  const body: unknown = await request.json().catch(() => null);
  if (typeof body !== "object" || body === null || !("email" in body) || typeof body.email !== "string") return null;
  return body.email.trim().toLowerCase().slice(0, 320);
}

const refuse = (code: string, status: number, headers: Record<string, string> = {}): Response =>
  Response.json({ code }, { status, headers: { "cache-control": "no-store", ...headers } });

function withSecureCookies(answer: Response): Response {
  const headers = new Headers(answer.headers);
  headers.delete("set-cookie");
  for (const cookie of answer.headers.getSetCookie()) headers.append("set-cookie", `${cookie}; Secure`);
  return new Response(answer.body, { status: answer.status, headers });
}
