import { checkCode } from "@/core/compiler/analyse/check-code";
import { checkConfigs } from "@/core/compiler/analyse/check-configs";
import { checkSense } from "@/core/compiler/analyse/check-sense";
import { checkStructure } from "@/core/compiler/analyse/check-structure";
import { checkTurns } from "@/core/compiler/analyse/check-turns";
import type { LiveNode } from "@/core/compiler/analyse/live-graph";
import { type Block, planOf } from "@/core/compiler/analyse/plan";
import { allRegions, nodesIn, type Region, regionsOf } from "@/core/compiler/analyse/region";
import { type Diagnostic, error, warning } from "@/core/compiler/diagnostic";
import type { CompileContext, FunctionInterface } from "@/core/compiler/program";
import type { AutomationDocument, GraphNode } from "@/core/graph/document";

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
  /** The automation itself, with the bodies of its loops inside. */
  root: Region;
  /** Every node that can run, by id, in the order of the code. */
  nodes: ReadonlyMap<string, LiveNode>;
  /** The region a node runs in. */
  regionOf(id: string): Region;
  /** What stands in which block of the code. */
  plan: Block;
  codeNodes: CodeNode[];
  /** The name of the function a node calls. */
  functionOf(id: string): string | undefined;
  /** The functions it calls, each once, in order of first use. */
  functions: FunctionInterface[];
  /** The nodes whose output a node reads, in order of first reading. */
  readBy(id: string): ReadonlySet<string>;
  /** The nodes whose output is read at the end of a loop's body. */
  readAtEndOf(id: string): ReadonlySet<string>;
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
  const root = sound ? regionsOf(document, context) : null;
  const regions = root ? allRegions(root) : [];
  const live = new Map(
    regions.flatMap((region) => nodesIn(region).map((node) => [node.id, { node, region }] as const)),
  );
  const running = document.nodes.filter((node) => !node.policy?.disabled && (!root || live.has(node.id)));
  const { configs, diagnostics: settings } = checkConfigs(running, context);
  const found = [...structure, ...settings, ...checkTurns(running, context)];
  if (!root) return { analysis: null, diagnostics: found };

  const code = checkCode(root);
  const { main, tooDeepAt } = planOf(root);
  const nesting = tooDeepAt === null ? [] : [error("TOO_DEEP", { nodeId: tooDeepAt })];
  const idle = idleFindings(document, root, live);
  const sense = checkSense(root, (id) => code.read.has(id));
  const diagnostics = distinct([...found, ...code.diagnostics, ...sense, ...nesting, ...idle]);
  if (diagnostics.some((finding) => finding.severity === "error")) return { analysis: null, diagnostics };
  const nodes = new Map([...live].map(([id, { node }]) => [id, node]));
  const { calls, codeNodes, functions, missed, readBy, readAtEndOf } = code;
  return {
    analysis: {
      root,
      nodes,
      regionOf: (id) => live.get(id)!.region,
      plan: main,
      codeNodes,
      functionOf: (id) => calls.get(id),
      functions,
      readBy,
      readAtEndOf,
      isAlwaysThere: (id) => !missed.has(id),
      typeOf: (id) => {
        const node = nodes.get(id)!;
        return node.type.outputType(node.config, node.context);
      },
      configOf: (id) => configs.get(id),
    },
    diagnostics,
  };
}

/** Nodes that nothing leads to, a trigger that nothing follows, and loops without a body. */
function idleFindings({ nodes }: AutomationDocument, root: Region, live: ReadonlyMap<string, unknown>): Diagnostic[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const isOff = ({ policy, parent }: GraphNode): boolean => {
    const around = parent === undefined ? undefined : byId.get(parent);
    return policy?.disabled === true || (around !== undefined && isOff(around));
  };
  const unreachable = nodes
    .filter((node) => !live.has(node.id) && !isOff(node))
    .map((node) => warning("UNREACHABLE_NODE", { nodeId: node.id }, { label: node.label }));
  const idle = live.size === 1 ? [warning("NOTHING_HAPPENS", { nodeId: root.graph.entry.id })] : [];
  const empty = allRegions(root).flatMap(({ loop, graph }) =>
    loop && graph.nodes.size === 1 ? [warning("EMPTY_LOOP", { nodeId: loop.id }, { label: loop.label })] : [],
  );
  return [...unreachable, ...idle, ...empty];
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
