import { Client } from "pg";

/** One change of an execution, as a trigger of the database noted it in the change's own transaction. */
export interface StatusChange {
  executionId: string;
  before: string | null;
  after: string;
}

/** One claim of an execution whose process was lost. */
export interface Loss {
  executionId: string;
  /** Seconds from the last sign of life of its process, at the most. */
  afterSeconds: number;
}

/** When an effect's result was committed, in milliseconds since the epoch. */
export interface EffectDone {
  executionId: string;
  idempotencyKey: string;
  at: number;
}

const LEASE_SECONDS = 30;

const TRIGGERS = `
CREATE SCHEMA ledger;
CREATE TABLE ledger.status (id bigserial, execution_id uuid, before text, after text);
CREATE TABLE ledger.loss (execution_id uuid, after_seconds float8);
CREATE TABLE ledger.effect (execution_id uuid, idempotency_key text, at timestamptz);

CREATE FUNCTION ledger.note_execution() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO ledger.status (execution_id, before, after) VALUES (NEW.id, NULL, NEW.status);
  ELSE
    IF NEW.status IS DISTINCT FROM OLD.status THEN
      INSERT INTO ledger.status (execution_id, before, after) VALUES (NEW.id, OLD.status, NEW.status);
    END IF;
    IF NEW.worker_losses > OLD.worker_losses THEN
      INSERT INTO ledger.loss VALUES (NEW.id,
        extract(epoch FROM clock_timestamp() - OLD.lease_until) + ${LEASE_SECONDS});
    END IF;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER ledger_execution AFTER INSERT OR UPDATE ON execution
  FOR EACH ROW EXECUTE FUNCTION ledger.note_execution();

CREATE FUNCTION ledger.note_effect() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status = 'done' THEN
    INSERT INTO ledger.effect VALUES (NEW.execution_id, NEW.idempotency_key, clock_timestamp());
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER ledger_effect AFTER INSERT OR UPDATE ON execution_effect
  FOR EACH ROW EXECUTE FUNCTION ledger.note_effect();
`;

/** Asks once, over a connection of its own: the database may have been restarted since the last time. */
export async function ask<Row>(url: string, sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** Lets the database note every change of executions and effects from now on. */
export const keepHistory = (url: string): Promise<unknown> => ask(url, TRIGGERS);

export const statusChanges = (url: string): Promise<StatusChange[]> =>
  ask(url, `SELECT execution_id AS "executionId", before, after FROM ledger.status ORDER BY id`);

export const losses = (url: string): Promise<Loss[]> =>
  ask(url, `SELECT execution_id AS "executionId", after_seconds AS "afterSeconds" FROM ledger.loss`);

export const effectsDone = (url: string): Promise<EffectDone[]> =>
  ask(
    url,
    `SELECT execution_id AS "executionId", idempotency_key AS "idempotencyKey",
            (extract(epoch FROM min(at)) * 1000)::float8 AS at
       FROM ledger.effect GROUP BY 1, 2`,
  );
