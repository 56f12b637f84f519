import type { IncomingHttpHeaders } from "node:http";
import { AppError } from "@/core/execution/errors";
import type { Actor, App } from "@/server/app";
import { authOf, SESSION_COOKIE } from "@/server/users/auth";

export interface SignedIn {
  actor: Actor;
  sessionId: string;
}

/** How long an answer is reused: a revoked session or a changed role counts everywhere after this at the latest. */
const REUSE_MS = 1_000;
const MOST_SESSIONS = 5_000;

/**
 * Who a request comes from, by its session cookie. Cheap enough for every call.
 *
 * @returns null when nobody is signed in
 */
export async function actorOfRequest(app: App, headers: Headers | IncomingHttpHeaders): Promise<SignedIn | null> {
  const cookies = headers instanceof Headers ? headers.get("cookie") : headers.cookie;
  const token = cookies?.split(/;\s*/).find((cookie) => cookie.startsWith(`${SESSION_COOKIE}=`));
  if (!token) return null;

  const known = cacheOf(app);
  const now = app.clock.now().getTime();
  const reusable = known.get(token);
  if (reusable && now - reusable.at < REUSE_MS && now >= reusable.at) return reusable.signedIn;

  const signedIn = await readSignedIn(app, token);
  known.delete(token);
  if (signedIn) known.set(token, { signedIn, at: now });
  if (known.size > MOST_SESSIONS) known.delete(known.keys().next().value ?? "");
  return signedIn;
}

async function readSignedIn(app: App, cookie: string): Promise<SignedIn | null> {
  const found = await authOf(app)
    .api.getSession({ headers: new Headers({ cookie }) })
    .catch((error: unknown) => {
      // It keeps to itself what happened.
      throw new AppError("UNAVAILABLE", { what: "session" }, { cause: error });
    });
  if (!found) return null;
  const membership = await app.db.membership.findFirst({
    where: { userId: found.user.id },
    orderBy: { createdAt: "asc" },
    select: { workspaceId: true, role: true },
  });
  if (!membership) return null;
  const { workspaceId, role } = membership;
  return { actor: { workspaceId, role, userId: found.user.id, name: found.user.name }, sessionId: found.session.id };
}

type Cache = Map<string, { signedIn: SignedIn; at: number }>;

const caches = new WeakMap<App, Cache>();

function cacheOf(app: App): Cache {
  const made = caches.get(app);
  if (made) return made;
  const cache: Cache = new Map();
  app.changes.subscribe(
    ({ kind }) => (kind === "session" || kind === "user") && cache.clear(),
    () => cache.clear(),
  );
  caches.set(app, cache);
  return cache;
}
