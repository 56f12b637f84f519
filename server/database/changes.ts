import { Client, type ClientBase, type Pool } from "pg";

/** What changed: enough to ask for it again, never its content (a notification holds 8,000 bytes at most). */
export interface Change {
  kind: "execution" | "automation" | "function" | "module" | "record" | "connection" | "api-key" | "session" | "user";
  workspaceId: string;
  id: string;
}

/** Tells every process on the database what changed. */
export interface Changes {
  /**
   * Announces changes; with `inside` a transaction's client they are delivered when it commits, and never if it does not.
   */
  notify(changes: Change | Change[], inside?: Pick<ClientBase, "query">): Promise<void>;
  /**
   * @param onChange called for every change, this process's own too.
   * @param onMissed called after the listening connection was lost: anything may have changed meanwhile.
   * @returns a function that ends the subscription.
   */
  subscribe(onChange: (change: Change) => void, onMissed?: () => void): () => void;
  close(): Promise<void>;
}

/** The channel, for statements that notify by themselves: `pg_notify(CHANGES_CHANNEL, payload)`. */
export const CHANGES_CHANNEL = "millrace_changes";

const CHANGES_PER_NOTIFICATION = 50;
const RECONNECT_AFTER_MS = 500;

/** @returns the payloads that announce these changes, each small enough for one notification. */
export function changePayloads(changes: Change[]): string[] {
  const payloads: string[] = [];
  for (let start = 0; start < changes.length; start += CHANGES_PER_NOTIFICATION) {
    payloads.push(JSON.stringify(changes.slice(start, start + CHANGES_PER_NOTIFICATION)));
  }
  return payloads;
}

/**
 * Starts listening on one connection of its own and keeps it up.
 * @param url PostgreSQL connection string.
 * @param pool sends notifications that belong to no transaction.
 */
export async function createChanges(url: string, pool: Pool): Promise<Changes> {
  const subscribers = new Set<{ onChange: (change: Change) => void; onMissed?: () => void }>();
  let closed = false;
  let retry: NodeJS.Timeout | undefined;
  let listening: Client | undefined;

  const deliver = (payload: string) => {
    for (const change of JSON.parse(payload) as Change[]) {
      for (const subscriber of subscribers) subscriber.onChange(change);
    }
  };

  const listen = async () => {
    const client = new Client({ connectionString: url, application_name: "millrace changes", keepAlive: true });
    const lost = () => {
      if (closed || listening !== client) return;
      listening = undefined;
      client.end().catch(() => {});
      reconnect();
    };
    client.on("error", lost);
    client.on("end", lost);
    client.on("notification", ({ payload }) => payload && deliver(payload));
    await client.connect();
    await client.query(`LISTEN ${CHANGES_CHANNEL}`);
    listening = client;
  };

  const reconnect = () => {
    retry = setTimeout(async () => {
      try {
        await listen();
        if (closed) return await listening?.end();
        for (const subscriber of subscribers) subscriber.onMissed?.();
      } catch {
        if (!closed) reconnect();
      }
    }, RECONNECT_AFTER_MS);
  };

  await listen();

  return {
    notify: async (changes, inside = pool) => {
      const payloads = changePayloads(Array.isArray(changes) ? changes : [changes]);
      if (payloads.length === 0) return;
      await inside.query("SELECT pg_notify($1, payload) FROM unnest($2::text[]) AS payload", [
        CHANGES_CHANNEL,
        payloads,
      ]);
    },
    subscribe: (onChange, onMissed) => {
      const subscriber = { onChange, onMissed };
      subscribers.add(subscriber);
      return () => subscribers.delete(subscriber);
    },
    close: async () => {
      closed = true;
      clearTimeout(retry);
      await listening?.end();
    },
  };
}
