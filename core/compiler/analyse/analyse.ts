import { checkCode } from "@/core/compiler/analyse/check-code";
import { checkConfigs } from "@/core/compiler/analyse/check-configs";
import { checkStructure } from "@/core/compiler/analyse/check-structure";
import { type Flow, flowOf } from "@/core/compiler/analyse/flow";
import { type LiveGraph, liveGraph } from "@/core/compiler/analyse/live-graph";
import { type Block, planOf } from "@/core/compiler/analyse/plan";
import { type Diagnostic, error, warning } from "@/core/compiler/diagnostic";
import type { CompileContext, FunctionInterface } from "@/core/compiler/program";
import type { AutomationDocument } from "@/core/graph/document";

/** A node whose settings hold the user's own code. */
export interface CodeNode {
  id: string;
  name: string;
  label: string;
  source: string;
  isAsync: boolean;
}

/** What the generator needs to know of a graph that has no errors. */
export interface Analysis {
  graph: LiveGraph;
  flow: Flow;
  /** What stands in which block of the code. */
  plan: Block;
  codeNodes: CodeNode[];
  /** The name of the function a node calls. */
  functionOf(id: string): string | undefined;
  /** The functions it calls, each once, in order of first use. */
  functions: FunctionInterface[];
  /** The nodes whose output a node reads, in order of first reading. */
  readBy(id: string): ReadonlySet<string>;
  /** Whether a node has surely run wherever its output is read. */
  isAlwaysThere(id: string): boolean;
  /** The TypeScript type of a node's output. */
  typeOf(id: string): string;
  /** The complete config of a node. */
  configOf(id: string): unknown;
}

/**
 * Finds everything that is wrong with a graph, and what is needed to compile it when nothing is.
 * @returns null in place of the analysis when a finding is an error
 */
export function analyse(
  document: AutomationDocument,
  context: CompileContext,
): { analysis: Analysis | null; diagnostics: Diagnostic[] } {
  const structure = checkStructure(document);
  const sound = !structure.some((finding) => finding.severity === "error");
  const graph = sound ? liveGraph(document, context) : null;
  const running = document.nodes.filter((node) => !node.policy?.disabled && (!graph || graph.nodes.has(node.id)));
  const { configs, diagnostics: settings } = checkConfigs(running, context);
  const found = [...structure, ...settings];
  if (!graph) return { analysis: null, diagnostics: found };

  const flow = flowOf(graph);
  const code = checkCode(graph, flow);
  const { main, tooDeepAt } = planOf(graph, flow);
  const nesting = tooDeepAt === null ? [] : [error("TOO_DEEP", { nodeId: tooDeepAt })];
  const diagnostics = distinct([...found, ...code.diagnostics, ...nesting, ...idleFindings(document, graph)]);
  if (diagnostics.some((finding) => finding.severity === "error")) return { analysis: null, diagnostics };
  const typeOf = (id: string) => {
    const node = graph.nodes.get(id)!;
    return node.type.outputType(node.config, node.context);
  };
  const { calls, codeNodes, functions, missed, readBy } = code;
  const functionOf = (id: string) => calls.get(id);
  const isAlwaysThere = (id: string) => !missed.has(id);
  const configOf = (id: string) => configs.get(id);
  return {
    analysis: { graph, flow, plan: main, codeNodes, functionOf, functions, readBy, isAlwaysThere, typeOf, configOf },
    diagnostics,
  };
}

/** Nodes that nothing leads to, and a trigger that nothing follows. */
function idleFindings(document: AutomationDocument, graph: LiveGraph): Diagnostic[] {
  const unreachable = document.nodes
    .filter((node) => !node.policy?.disabled && !graph.nodes.has(node.id))
    .map((node) => warning("UNREACHABLE_NODE", { nodeId: node.id }, { label: node.label }));
  const idle = graph.nodes.size === 1 ? [warning("NOTHING_HAPPENS", { nodeId: graph.trigger.id })] : [];
  return [...unreachable, ...idle];
}

/** A setting that is missing is told once, whoever noticed. */
function distinct(findings: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>();
  return findings.filter(({ code, field, nodeId }) => {
    if (code !== "MISSING_SETTING") return true;
    const key = `${nodeId} ${field}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
