import { AppError } from "@/core/execution/errors";
import type { App } from "@/server/app";
import { ApiKeyAuthSchema } from "@/server/connections/api-key-auth";
import { applyApiKey } from "@/server/connections/apply-api-key";
import { SECRET_FIELD, secretPlace } from "@/server/connections/secret-place";

export interface CallConnection {
  id: string;
  /** What people call it: "Mailing list". */
  name: string;
  baseUrl: string;
  /**
   * Puts base URL and key into a request. `url` may be a path below the base URL.
   *
   * @throws AppError CONNECTION_HOST_REFUSED for a URL of another origin, HTTP_BAD_REQUEST for what is not a URL
   */
  apply(request: CallTarget): CallTarget;
  /** What must never be stored or shown: redact these from everything the call leaves behind. */
  secrets: string[];
  /** Tells how the service answered, so that the connection's status follows. */
  noteStatus(status: number): Promise<void>;
}

export interface CallTarget {
  url: string;
  headers: Record<string, string>;
}

/** Also how exact "last used" is. */
const CACHE_MS = 30_000;

/**
 * The account a call may act with, ready to use; kept for half a minute, forgotten at once when it changes.
 *
 * @param linkName its name in code
 * @throws AppError CONNECTION_MISSING when there is none of this name, or it has no key
 */
export async function connectionForCall(app: App, workspaceId: string, linkName: string): Promise<CallConnection> {
  const cache = cacheOf(app);
  const name = `${workspaceId}/${linkName}`;
  const now = app.clock.now().getTime();
  const cached = cache.get(name);
  if (cached && cached.until > now) return cached.connection;
  const connection = load(app, workspaceId, linkName);
  cache.set(name, { connection, until: now + CACHE_MS });
  connection.catch(() => cache.delete(name));
  return connection;
}

/** Forgets what this process has decrypted; changes elsewhere arrive by notification. */
export function forgetConnections(app: App, workspaceId: string): void {
  const cache = cacheOf(app);
  for (const name of cache.keys()) if (name.startsWith(`${workspaceId}/`)) cache.delete(name);
}

type Cache = Map<string, { connection: Promise<CallConnection>; until: number }>;
const caches = new WeakMap<App, Cache>();

function cacheOf(app: App): Cache {
  const known = caches.get(app);
  if (known) return known;
  const cache: Cache = new Map();
  caches.set(app, cache);
  app.changes.subscribe(
    (change) => change.kind === "connection" && forgetConnections(app, change.workspaceId),
    () => cache.clear(),
  );
  return cache;
}

async function load(app: App, workspaceId: string, linkName: string): Promise<CallConnection> {
  const row = await app.db.connection.findUnique({
    where: { workspaceId_linkName: { workspaceId, linkName } },
    include: { secrets: { where: { field: SECRET_FIELD } } },
  });
  const sealed = row?.secrets[0];
  if (!row || !sealed) throw new AppError("CONNECTION_MISSING", { connection: row?.name ?? linkName });
  const { id, name, baseUrl } = row;
  const secret = await app.secretBox.open(secretPlace(workspaceId, id), sealed);
  const auth = ApiKeyAuthSchema.parse(row.auth);
  await app.db.connection.updateMany({ where: { id, workspaceId }, data: { lastUsedAt: app.clock.now() } });

  let status = row.status;
  return {
    id,
    name,
    baseUrl,
    apply: (request) => applyApiKey(request, { name, baseUrl, auth, secret }),
    secrets: [secret],
    async noteStatus(answer) {
      const next = answer === 401 || answer === 403 ? "refused" : answer < 400 ? "connected" : status;
      if (next === status) return;
      status = next;
      await app.db.connection.updateMany({ where: { id, workspaceId }, data: { status } });
    },
  };
}
