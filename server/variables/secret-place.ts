import type { SecretPlace } from "@/server/connections/secret-box";

/** @returns what the value of a secret variable is bound to. */
export const secretPlace = (workspaceId: string, variableId: string): SecretPlace => ({
  workspaceId,
  table: "variable",
  row: variableId,
  field: "value",
});
