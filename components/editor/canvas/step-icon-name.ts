import { serviceOfStep } from "@/components/editor/fields/service-of-step";
import { stepFacts } from "@/components/editor/store/step-facts";
import type { CompileContext } from "@/core/compiler/program";
import type { GraphNode } from "@/core/graph/document";

/** The lucide name of a step's icon: that of the service it acts with, else that of its type. */
export const stepIconName = (node: GraphNode, context: CompileContext): string =>
  serviceOfStep(node, context)?.icon ?? stepFacts(node).type?.icon ?? "box";
