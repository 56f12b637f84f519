import { randomUUID } from "node:crypto";
import { Client, type ClientBase, type Pool } from "pg";

/** What changed: enough to ask for it again, never its content (a notification holds 8,000 bytes at most). */
export interface Change {
  kind:
    | "execution"
    /** An execution that is queued. */
    | "queue"
    | "automation"
    | "function"
    | "module"
    | "record"
    | "connection"
    | "api-key"
    | "session"
    | "user"
    | "variable"
    | "setting"
    | "notice"
    | "failures";
  workspaceId: string;
  id: string;
}

/** Tells every process on the database what changed. */
export interface Changes {
  /**
   * Announces changes. This process has heard of them when it returns: what it answers next is not from before. With
   * `inside` a transaction's client they are delivered when it commits, and never if it does not.
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
  return inBatches(changes).map((batch) => JSON.stringify(batch));
}

function inBatches(changes: Change[]): Change[][] {
  const batches: Change[][] = [];
  for (let start = 0; start < changes.length; start += CHANGES_PER_NOTIFICATION) {
    batches.push(changes.slice(start, start + CHANGES_PER_NOTIFICATION));
  }
  return batches;
}

/** What a process sends itself too, marked so that it does not hear it twice. */
interface Announcement {
  from: string;
  changes: Change[];
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

  const self = randomUUID();

  const deliver = (changes: Change[]) => {
    for (const change of changes) {
      for (const subscriber of subscribers) subscriber.onChange(change);
    }
  };
  const hear = (payload: string) => {
    const heard = JSON.parse(payload) as Change[] | Announcement;
    if (Array.isArray(heard)) deliver(heard);
    else if (heard.from !== self) deliver(heard.changes);
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
    client.on("notification", ({ payload }) => payload && hear(payload));
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
    notify: async (changes, inside) => {
      const all = [changes].flat();
      if (all.length === 0) return;
      const send = (client: Pick<ClientBase, "query"> | Pool, payloads: string[]) =>
        client.query("SELECT pg_notify($1, payload) FROM unnest($2::text[]) AS payload", [CHANGES_CHANNEL, payloads]);
      if (inside) {
        await send(inside, changePayloads(all));
        return;
      }
      // First of all here: the change is committed, whether or not the others can be told.
      deliver(all);
      await send(
        pool,
        inBatches(all).map((batch) => JSON.stringify({ from: self, changes: batch } satisfies Announcement)),
      );
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
