import { createHash, timingSafeEqual } from "node:crypto";
import { AppError } from "@/core/execution/errors";
import { parseApiKey } from "@/server/api-keys/key-format";
import type { Actor, App } from "@/server/app";
import { ensureWorkspace } from "@/server/users/ensure-workspace";

/** How long a key found is trusted without asking again, should a notice be lost. Milliseconds. */
const CACHE_MS = 10_000;
/** `last used` is written at most this often for one key. Milliseconds. */
const LAST_USED_EVERY_MS = 60_000;
const MAX_CACHED = 10_000;

/** Who calls, and what the key is good for. */
export interface ApiCaller {
  actor: Actor;
  keyName: string;
  /** True for the key of the setting MILLRACE_API_KEY: everything below /api/v1. */
  manages: boolean;
  /** The only automation it may call, for a key made on an automation's page. */
  automationId: string | null;
}

interface CachedKey {
  id: string;
  secretHash: Buffer;
  caller: ApiCaller;
  readAt: number;
  lastUsedWrittenAt: number;
}

/** Checks `Authorization: Bearer <key>`; made once a process. */
export interface ApiKeyVerifier {
  /** @throws UNAUTHENTICATED when the header is missing or the key is not a live one of ours */
  verify(authorization: string | undefined): Promise<ApiCaller>;
}

export function createApiKeyVerifier(app: App): ApiKeyVerifier {
  const cache = new Map<string, CachedKey>();
  app.changes.subscribe(
    (change) => {
      if (change.kind === "api-key") cache.clear();
    },
    () => cache.clear(),
  );
  const managementHash = app.env.apiKey === null ? null : sha256(app.env.apiKey);
  /** Once there is a workspace it stays. */
  let management: ApiCaller | null = null;

  return {
    async verify(authorization) {
      const text = /^Bearer +(\S+)$/i.exec(authorization ?? "")?.[1];
      if (text === undefined) throw new AppError("UNAUTHENTICATED", { reason: "missing" });
      if (managementHash && timingSafeEqual(sha256(text), managementHash)) {
        management ??= managementCaller(await ensureWorkspace(app));
        return management;
      }

      const parts = parseApiKey(text);
      const known = parts && (await find(parts.publicId));
      if (!parts || !known || !timingSafeEqual(sha256(parts.secret), known.secretHash)) {
        throw new AppError("UNAUTHENTICATED", { reason: "unknown" });
      }
      touch(known);
      return known.caller;
    },
  };

  async function find(publicId: string): Promise<CachedKey | null> {
    const now = app.clock.now().getTime();
    const cached = cache.get(publicId);
    if (cached && now - cached.readAt < CACHE_MS) return cached;

    const row = await app.db.apiKey.findFirst({
      where: { publicId, revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: app.clock.now() } }] },
    });
    cache.delete(publicId);
    if (!row) return null;
    if (cache.size >= MAX_CACHED) cache.clear();
    const key: CachedKey = {
      id: row.id,
      secretHash: Buffer.from(row.secretHash),
      caller: {
        actor: { workspaceId: row.workspaceId, userId: null, name: row.name, role: "member" },
        keyName: row.name,
        manages: row.scopes.includes("*"),
        automationId: row.automationId,
      },
      readAt: now,
      lastUsedWrittenAt: row.lastUsedAt?.getTime() ?? 0,
    };
    cache.set(publicId, key);
    return key;
  }

  function touch(key: CachedKey): void {
    const now = app.clock.now();
    if (now.getTime() - key.lastUsedWrittenAt < LAST_USED_EVERY_MS) return;
    key.lastUsedWrittenAt = now.getTime();
    app.db.apiKey
      .update({ where: { id: key.id, workspaceId: key.caller.actor.workspaceId }, data: { lastUsedAt: now } })
      .catch((error: unknown) => app.log.warn({ error, key: key.id }, "last use of a key not written"));
  }
}

const sha256 = (text: string): Buffer => createHash("sha256").update(text).digest();

const managementCaller = (workspaceId: string): ApiCaller => ({
  actor: { workspaceId, userId: null, name: "MILLRACE_API_KEY", role: "administrator" },
  keyName: "MILLRACE_API_KEY",
  manages: true,
  automationId: null,
});
