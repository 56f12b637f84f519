import type { CompileContext } from "@/core/compiler/program";
import { SERVICES } from "@/core/services/catalogue";
import type { Actor, App } from "@/server/app";
import { listConnectionInterfaces } from "@/server/connections/list-connection-interfaces";
import { listFunctionInterfaces } from "@/server/functions/list-function-interfaces";
import { listModules } from "@/server/records/list-modules";
import { listVariableInterfaces } from "@/server/variables/list-variable-interfaces";

/** Gathers what the compiler knows of a workspace: its record types, functions, connections, variables and the services. */
export async function compileContext(app: App, actor: Actor): Promise<CompileContext> {
  const [modules, functions, connections, variables] = await Promise.all([
    listModules(app, actor),
    listFunctionInterfaces(app, actor),
    listConnectionInterfaces(app, actor),
    listVariableInterfaces(app, actor),
  ]);
  return { modules, functions, connections, services: SERVICES, variables };
}
