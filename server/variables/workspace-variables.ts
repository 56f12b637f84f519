import type { Actor, App } from "@/server/app";
import { keptUntilChange } from "@/server/database/kept-until-change";
import { secretPlace } from "@/server/variables/secret-place";

/** A variable with its value, also where that is secret: for the runtime alone. */
export interface WorkspaceVariable {
  name: string;
  kind: "plain" | "secret";
  value: string;
}

const kept = keptUntilChange("variable", read);

/** Reads a workspace's variables, by name. Answered from memory until a process changes one. */
export async function workspaceVariables(
  app: App,
  { workspaceId }: Pick<Actor, "workspaceId">,
): Promise<WorkspaceVariable[]> {
  return (await kept(app, workspaceId)) ?? [];
}

async function read(app: App, workspaceId: string): Promise<WorkspaceVariable[]> {
  const rows = await app.db.variable.findMany({ where: { workspaceId }, orderBy: { name: "asc" } });
  return Promise.all(
    rows.map(async ({ id, name, value, keyVersion, ciphertext }): Promise<WorkspaceVariable> => {
      if (keyVersion === null || ciphertext === null) return { name, kind: "plain", value: value ?? "" };
      const secret = await app.secretBox.open(secretPlace(workspaceId, id), { keyVersion, ciphertext });
      return { name, kind: "secret", value: secret };
    }),
  );
}
