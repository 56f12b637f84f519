import type { AutomationDocument } from "@/core/graph/document";
import { findNodeType } from "@/core/nodes/catalogue";
import { Parameter } from "@/core/nodes/config-fields";
import { formFields } from "@/core/nodes/form-fields";

/** What a test of an automation is started with. */
export type TestStart =
  /** There is no start yet. */
  | { kind: "none" }
  /** A record of this type; null while the start does not say which. */
  | { kind: "record"; module: string | null }
  /** Values for these parameters; without any, whatever JSON one likes. */
  | { kind: "input"; parameters: Parameter[] };

/** Says what a test needs, from the form of the automation's start: a record type, or parameters. */
export function testStart(document: AutomationDocument): TestStart {
  const start = document.nodes.find((node) => findNodeType(node.type)?.isTrigger);
  if (!start) return { kind: "none" };
  const fields = formFields(start.type, start.config);
  const module = fields.find((field) => field.control.control === "module");
  if (module) {
    const chosen = start.config[module.key];
    return { kind: "record", module: typeof chosen === "string" && chosen ? chosen : null };
  }
  const parameters = fields.find((field) => field.control.control === "parameters");
  const parsed = Parameter.array().safeParse(parameters && start.config[parameters.key]);
  return { kind: "input", parameters: parsed.success ? parsed.data : [] };
}
