import type { Diagnostic, DiagnosticCode } from "@/core/compiler/diagnostic";
import type { CompileContext } from "@/core/compiler/program";
import type { AutomationDocument, GraphNode } from "@/core/graph/document";
import type { QuickFix } from "@/core/graph/edits/quick-fix";
import { regionBehind } from "@/core/graph/loops";
import { nameFromLabel } from "@/core/graph/names";
import { findNodeType } from "@/core/nodes/catalogue";
import { nearestName } from "@/core/records/nearest-name";

interface Surroundings {
  document: AutomationDocument;
  context: CompileContext;
  /** The node it was found at. */
  node: GraphNode | undefined;
}

type FixesOf = (finding: Diagnostic, at: Surroundings) => QuickFix[];

/**
 * Says what would put right what is wrong with steps, lines and names. Findings that have their fixes keep them.
 * @param context what the workspace has
 */
export function withStructuralFixes(
  findings: readonly Diagnostic[],
  document: AutomationDocument,
  context: CompileContext,
): Diagnostic[] {
  const nodes = new Map(document.nodes.map((node) => [node.id, node]));
  return findings.map((finding) => {
    if (finding.fix) return finding;
    const node = finding.nodeId === undefined ? undefined : nodes.get(finding.nodeId);
    const fix = FIXES[finding.code]?.(finding, { document, context, node }) ?? [];
    return fix.length > 0 ? { ...finding, fix } : finding;
  });
}

const removeStep: FixesOf = ({ nodeId }) => (nodeId === undefined ? [] : [{ kind: "remove-step", nodeId }]);

const newName: FixesOf = (_finding, { document, node }) => {
  if (!node) return [];
  const taken = document.nodes.map(({ name }) => name);
  return [{ kind: "rename", nodeId: node.id, name: nameFromLabel(node.label, taken) }];
};

/** Takes the existing name that comes nearest to the one that was written. */
const nearest =
  (param: string, namesOf: (context: CompileContext) => readonly string[]): FixesOf =>
  ({ nodeId, field, params }, { context }) => {
    const to = nearestName(String(params[param] ?? ""), namesOf(context));
    return nodeId === undefined || field === undefined || to === null
      ? []
      : [{ kind: "configure", nodeId, field, value: to }];
  };

/** The field that comes nearest to the one that was written; a value for a field nothing comes near to can only go. */
const nearestField: FixesOf = ({ nodeId, field = "", params }, { context, node }) => {
  if (nodeId === undefined || !node) return [];
  const written = String(params.field ?? "");
  const { module, fields = {} } = node.config as { module?: string; fields?: object };
  const names = context.modules.find(({ apiName }) => apiName === module)?.fields.map(({ apiName }) => apiName) ?? [];
  const isGiven = field === `fields.${written}` && !written.includes(".");
  const to = nearestName(written, isGiven ? names.filter((name) => !Object.hasOwn(fields, name)) : names);
  if (isGiven) {
    const remove: QuickFix = { kind: "remove-field", nodeId, name: written };
    return to === null ? [remove] : [{ kind: "rename-field", nodeId, from: written, to }, remove];
  }
  // A list of names holds others too.
  return to === null || field === "watch" ? [] : [{ kind: "configure", nodeId, field, value: to }];
};

const removeLine =
  (isMeant: (edge: AutomationDocument["edges"][number], at: Surroundings, finding: Diagnostic) => boolean): FixesOf =>
  (finding, at) => {
    const edge = at.document.edges.find((one) => isMeant(one, at, finding));
    return edge ? [{ kind: "remove-line", edge }] : [];
  };

const nodeOf = ({ document }: Surroundings, id: string) => document.nodes.find((node) => node.id === id);

/** Several steps may have the same label; of a line into one of them must be true what was found. */
const isStart = (node: GraphNode | undefined): boolean =>
  node !== undefined && findNodeType(node.type)?.isTrigger === true;

const FIXES: Partial<Record<DiagnosticCode, FixesOf>> = {
  DUPLICATE_NAME: newName,
  RESERVED_NAME: newName,
  MANY_TRIGGERS: ({ nodeId }) => (nodeId === undefined ? [] : [{ kind: "disable", nodeId }]),
  EDGE_TO_NOWHERE: removeLine((edge, _at, { params }) => edge.from === params.from && edge.to === params.to),
  EDGE_UNKNOWN_HANDLE: removeLine(
    (edge, { node }, { params }) => edge.from === node?.id && edge.handle === params.handle,
  ),
  EDGE_INTO_TRIGGER: removeLine((edge, at, { params }) => {
    const to = nodeOf(at, edge.to);
    return edge.from === at.node?.id && to?.label === params.label && isStart(to);
  }),
  EDGE_CROSSES_LOOP: removeLine((edge, at, { params }) => {
    const to = nodeOf(at, edge.to);
    if (!at.node || edge.from !== at.node.id || to?.label !== params.to) return false;
    return to?.parent !== regionBehind(at.node, edge.handle);
  }),
  DUPLICATE_EDGE: (_finding, { node }) => (node ? [{ kind: "single-lines", nodeId: node.id }] : []),
  UNREACHABLE_NODE: removeStep,
  UNUSED_OUTPUT: removeStep,
  EMPTY_LOOP: removeStep,
  OUTSIDE_LOOP: removeStep,
  BREAK_IN_PARALLEL: (_finding, { document, node }) => {
    const loop = document.nodes.find(({ id }) => id === node?.parent);
    return loop ? [{ kind: "configure", nodeId: loop.id, field: "atOnce", value: 1 }] : [];
  },
  UNKNOWN_MODULE: nearest("module", ({ modules }) => modules.map(({ apiName }) => apiName)),
  UNKNOWN_FIELD: nearestField,
  UNKNOWN_FUNCTION: nearest("function", ({ functions }) => functions.map(({ name }) => name)),
  UNKNOWN_CONNECTION: nearest("connection", ({ connections }) => connections.map(({ linkName }) => linkName)),
  UNKNOWN_AUTOMATION: nearest("automation", ({ automations = [] }) => automations.map(({ name }) => name)),
};
