import type { SecretPlace } from "@/server/connections/secret-box";

/** The one secret an API key connection has. */
export const SECRET_FIELD = "key";

/** @returns what the key of a connection is bound to. */
export const secretPlace = (workspaceId: string, connectionId: string): SecretPlace => ({
  workspaceId,
  table: "connection_secret",
  row: connectionId,
  field: SECRET_FIELD,
});
