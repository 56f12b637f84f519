import type { Actor, App } from "@/server/app";

/** What every procedure gets: the process, and who asks (null when nobody is signed in). */
export interface ApiContext {
  app: App;
  actor: Actor | null;
  /** The session's id, for listing and revoking sessions. */
  sessionId: string | null;
  /** Finds this request in the log; shown with an error of ours. */
  requestId?: string;
  /** Ends long subscriptions at shutdown. */
  signal?: AbortSignal;
}
