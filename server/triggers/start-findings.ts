import { type Diagnostic, error } from "@/core/compiler/diagnostic";
import type { AutomationDocument } from "@/core/graph/document";
import { findNodeType } from "@/core/nodes/catalogue";

/** The starts something here listens to. The others can be built and tested, but nothing would start them. */
const SERVED: ReadonlySet<string> = new Set(["button", "manual", "api"]);

/** Finds starts that would never start anything: better refused than live and silent. */
export const startFindings = ({ nodes }: AutomationDocument): Diagnostic[] =>
  nodes
    .filter(({ type, policy }) => findNodeType(type)?.isTrigger && !policy?.disabled && !SERVED.has(type))
    .map(({ id, type, label }) => error("START_NOT_SERVED", { nodeId: id }, { label, type }));
