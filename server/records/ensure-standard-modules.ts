import type { PoolClient } from "pg";
import { uuidv7 } from "uuidv7";
import { STANDARD_MODULES } from "@/core/records/standard-modules";
import { CHANGES_CHANNEL, changePayloads } from "@/server/database/changes";

/** Gives a workspace the standard record types it does not have yet; those it has are left as they are. */
export async function ensureStandardModules(tx: PoolClient, workspaceId: string): Promise<void> {
  for (const [position, crmModule] of STANDARD_MODULES.entries()) {
    const moduleId = uuidv7();
    const { rowCount } = await tx.query(
      `INSERT INTO crm_module (id, workspace_id, api_name, singular, plural, name_fields, position)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
      [moduleId, workspaceId, crmModule.apiName, crmModule.singular, crmModule.plural, crmModule.nameFields, position],
    );
    if (rowCount === 0) continue;
    const fields = crmModule.fields.map((field, index) => ({ ...field, id: uuidv7(), position: index }));
    await tx.query(
      `INSERT INTO crm_field (id, workspace_id, module_id, api_name, label, type, required, "unique", options,
         lookup_module, currency, initial_value, position)
       SELECT f.id, $1::uuid, $2::uuid, f."apiName", f.label, f.type, f.required, f."unique", f.options,
         f."lookupModule", f.currency, f."initialValue", f.position
       FROM jsonb_to_recordset($3::jsonb) AS f(id uuid, "apiName" text, label text, type text, required boolean,
         "unique" boolean, options jsonb, "lookupModule" text, currency text, "initialValue" jsonb, position int)`,
      [workspaceId, moduleId, JSON.stringify(fields)],
    );
  }
  await tx.query("SELECT pg_notify($1, payload) FROM unnest($2::text[]) AS payload", [
    CHANGES_CHANNEL,
    changePayloads([{ kind: "module", workspaceId, id: workspaceId }]),
  ]);
}
