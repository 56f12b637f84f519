import type { ClientBase } from "pg";
import type { CrmModule } from "@/core/records/field-types";

/** A record type as stored, with its row's id. */
export interface StoredModule extends CrmModule {
  id: string;
}

/**
 * Reads a workspace's record types with their fields, in the order people see them.
 *
 * @param apiName reads this one alone
 */
export async function loadModules(
  database: Pick<ClientBase, "query">,
  workspaceId: string,
  apiName?: string,
): Promise<StoredModule[]> {
  const { rows } = await database.query<StoredModule>({
    name: "load-modules",
    text: LOAD,
    values: [workspaceId, apiName ?? null],
  });
  return rows;
}

const LOAD = `
  SELECT m.id, m.api_name AS "apiName", m.singular, m.plural, m.name_fields AS "nameFields",
    coalesce(json_agg(json_strip_nulls(json_build_object(
      'apiName', f.api_name, 'label', f.label, 'type', f.type, 'required', f.required, 'unique', f."unique",
      'options', f.options, 'lookupModule', f.lookup_module, 'currency', f.currency, 'initialValue', f.initial_value
    )) ORDER BY f.position) FILTER (WHERE f.id IS NOT NULL), '[]') AS fields
  FROM crm_module m LEFT JOIN crm_field f ON f.module_id = m.id
  WHERE m.workspace_id = $1 AND ($2::text IS NULL OR m.api_name = $2)
  GROUP BY m.id ORDER BY m.position`;
