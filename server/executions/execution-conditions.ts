import { shortIdSuffix } from "@/core/execution/short-id";
import { roleAllows } from "@/core/users/roles";
import type { Actor } from "@/server/app";
import type { ExecutionFilter } from "@/server/executions/execution-filter";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A piece of SQL with the values it names, numbered from where its statement's own values end. */
export interface Conditions {
  sql: string;
  values: unknown[];
}

/**
 * Writes a filter as SQL over `execution AS e`; the status is the caller's, who walks one index range a status.
 * People who may not see all executions get their own.
 *
 * @param firstNumber the number of the first placeholder
 */
export function executionConditions(actor: Actor, filter: ExecutionFilter, firstNumber: number): Conditions {
  const values: unknown[] = [];
  const parts: string[] = [];
  const add = (value: unknown, sql: (placeholder: string) => string) => {
    values.push(value);
    parts.push(sql(`$${firstNumber + values.length - 1}`));
  };

  add(actor.workspaceId, (at) => `e.workspace_id = ${at}`);
  if (!roleAllows(actor.role, "builder")) add(actor.userId, (at) => `e.started_by_id = ${at}`);
  if (filter.automationId) add(filter.automationId, (at) => `e.automation_id = ${at}`);
  if (filter.functionId) add(filter.functionId, (at) => `e.function_id = ${at}`);
  if (filter.trigger) add(filter.trigger, (at) => `e.trigger_type = ${at}`);
  if (filter.recordId) add(filter.recordId, (at) => `e.record_id = ${at}`);
  if (filter.from) add(filter.from, (at) => `e.started_at >= ${at}`);
  if (filter.to) add(filter.to, (at) => `e.started_at < ${at}`);
  if (filter.mode) add(filter.mode, (at) => `e.mode = ${at}`);
  if (filter.status === "handled") parts.push("e.handled_failures > 0");
  if (filter.status === "refused") parts.push("e.error->>'code' = 'DAY_LIMIT'");
  if (filter.status === "attention") {
    parts.push("e.mode = 'live'");
    parts.push(`NOT EXISTS (SELECT 1 FROM execution AS again
                  WHERE again.workspace_id = e.workspace_id AND again.rerun_of_id = e.id AND again.status = 'succeeded')`);
  }
  if (filter.search) addSearch(filter.search, add);
  return { sql: parts.join(" AND "), values };
}

function addSearch(text: string, add: (value: unknown, sql: (placeholder: string) => string) => void): void {
  const suffix = shortIdSuffix(text);
  if (UUID.test(text)) add(text, (at) => `e.id = ${at}`);
  else if (text.startsWith("#") && suffix) add(`%${suffix}`, (at) => `e.id::text LIKE ${at}`);
  else {
    const pattern = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
    add(
      pattern,
      (at) => `(e.record_name ILIKE ${at} OR e.error::text ILIKE ${at} OR e.input::text ILIKE ${at}
                     ${suffix ? `OR e.id::text LIKE '%${suffix}'` : ""})`,
    );
  }
}
