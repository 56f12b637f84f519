import type { CompileContext, FunctionInterface } from "@/core/compiler/program";
import { SERVICES } from "@/core/services/catalogue";
import type { Actor, App } from "@/server/app";
import { listAutomationInterfaces } from "@/server/automations/list-automation-interfaces";
import { listConnectionInterfaces } from "@/server/connections/list-connection-interfaces";
import { listFunctionInterfaces } from "@/server/functions/list-function-interfaces";
import { listModules } from "@/server/records/list-modules";
import { listVariableInterfaces } from "@/server/variables/list-variable-interfaces";

/**
 * Gathers what the compiler knows of a workspace: its record types, functions, connections,
 * variables, the automations others can run, and the services.
 *
 * @param given the functions to compile with, instead of the newest published version of each
 */
export async function compileContext(app: App, actor: Actor, given?: FunctionInterface[]): Promise<CompileContext> {
  const [modules, functions, connections, variables, automations] = await Promise.all([
    listModules(app, actor),
    given ?? listFunctionInterfaces(app, actor),
    listConnectionInterfaces(app, actor),
    listVariableInterfaces(app, actor),
    listAutomationInterfaces(app, actor),
  ]);
  return { modules, functions, connections, services: SERVICES, variables, automations };
}
