import type { VariableInterface } from "@/core/compiler/program";
import type { Actor, App } from "@/server/app";
import { workspaceVariables } from "@/server/variables/workspace-variables";

/** What the compiler knows of the workspace's variables: never a value. */
export async function listVariableInterfaces(app: App, actor: Actor): Promise<VariableInterface[]> {
  return (await workspaceVariables(app, actor)).map(({ name, kind }) => ({ name, kind }));
}
