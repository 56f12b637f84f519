import type { App } from "@/server/app";

/**
 * What a long subscription ends with: the session it was opened in is over, revoked or signed out.
 *
 * @param until when nobody waits any more
 */
export function endOfSession(app: App, sessionId: string, until: AbortSignal): AbortSignal {
  const ended = new AbortController();
  const look = async () => {
    const still = await app.db.session.findUnique({ where: { id: sessionId }, select: { id: true } });
    if (!still) ended.abort();
  };
  const check = () => {
    look().catch((error) => {
      app.log.warn({ err: error }, "a session could not be checked; its subscription ends");
      ended.abort();
    });
  };
  const unsubscribe = app.changes.subscribe(({ kind }) => kind === "session" && check(), check);
  until.addEventListener("abort", unsubscribe, { once: true });
  return ended.signal;
}
