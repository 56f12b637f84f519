import type { CodeNode } from "@/core/compiler/analyse/analyse";
import { checkFunction } from "@/core/compiler/analyse/check-function";
import type { LiveNode } from "@/core/compiler/analyse/live-graph";
import { namesAtEndOf, namesVisibleAt, type VisibleNames } from "@/core/compiler/analyse/names-visible-at";
import { allRegions, nodesIn, type Region } from "@/core/compiler/analyse/region";
import { type Diagnostic, error, warning } from "@/core/compiler/diagnostic";
import type { FunctionInterface } from "@/core/compiler/program";
import { controlOf } from "@/core/nodes/config-fields";
import { nearestName } from "@/core/records/nearest-name";
import { type CodeUse, readUserCode } from "@/core/values/read-user-code";
import { formulasIn, valuesIn } from "@/core/values/values-in";

interface CodeFindings {
  diagnostics: Diagnostic[];
  codeNodes: CodeNode[];
  functions: FunctionInterface[];
  readBy(id: string): ReadonlySet<string>;
  /** The nodes whose output is read at the end of a loop's body. */
  readAtEndOf(id: string): ReadonlySet<string>;
  /** The name of the function a node calls, by node id. */
  calls: ReadonlyMap<string, string>;
  /** Nodes whose output something reads. */
  read: ReadonlySet<string>;
  /** Nodes that are read where they may have been skipped. */
  missed: ReadonlySet<string>;
}

/** Reads every formula, code node and used function: can it be read, and does it know every name it uses? */
export function checkCode(root: Region): CodeFindings {
  const diagnostics: Diagnostic[] = [];
  const codeNodes: CodeNode[] = [];
  const functions = new Map<string, FunctionInterface>();
  const reads = new Map<string, Set<string>>();
  const readsAtEnd = new Map<string, Set<string>>();
  const missed = new Set<string>();
  const everRead = new Set<string>();
  const calls = new Map<string, string>();

  for (const region of allRegions(root)) {
    for (const node of nodesIn(region)) checkNode(node, region);
  }
  const readBy = (id: string) => reads.get(id) ?? NOTHING;
  const readAtEndOf = (id: string) => readsAtEnd.get(id) ?? NOTHING;
  return {
    diagnostics,
    codeNodes,
    functions: [...functions.values()],
    readBy,
    readAtEndOf,
    read: everRead,
    missed,
    calls,
  };

  function checkNode(node: LiveNode, region: Region): void {
    const read = new Set<string>();
    reads.set(node.id, read);
    const visible = namesVisibleAt(region, node.id);
    const body = region.bodies.get(node.id);
    const atEnd = body && { visible: namesAtEndOf(body), read: new Set<string>() };
    if (atEnd) readsAtEnd.set(node.id, atEnd.read);
    for (const { path, value } of valuesIn(node.config)) {
      const isResult = atEnd && path.split(".")[0] === node.type.body?.resultField;
      const scope = isResult ? atEnd : { visible, read };
      const local = node.type.localNames?.(path, node.context.node) ?? [];
      for (const formula of formulasIn(value)) checkFormula(node, path, formula, { ...scope, local });
    }
    for (const [key, schema] of Object.entries(node.type.config.shape)) {
      const control = controlOf(schema)?.control;
      const held = node.config[key];
      if (control === "code" && typeof held === "string") checkBody(node, key, held, { visible, read, local: [] });
      if (control === "function") takeFunction(node, key, held);
    }
  }

  function checkFormula(node: LiveNode, field: string, formula: string, visible: CodeScope): void {
    if (formula.trim() === "") {
      diagnostics.push(error("MISSING_SETTING", { nodeId: node.id, field }, { setting: field }));
      return;
    }
    const use = readUserCode("formula", formula);
    report(node, field, use);
    if (!use.fault) checkNames(node, field, use, visible);
  }

  function checkBody(node: LiveNode, field: string, source: string, visible: CodeScope): void {
    const use = readUserCode("body", source);
    report(node, field, use);
    if (use.fault) return;
    checkNames(node, field, use, visible);
    codeNodes.push({ id: node.id, name: node.name, label: node.label, source, isAsync: use.isAsync });
  }

  function takeFunction(node: LiveNode, field: string, name: unknown): void {
    const used = node.context.functions.find((one) => one.name === name);
    if (used) calls.set(node.id, used.name);
    // A draft may be unreadable; that it is not published is said already.
    if (!used || used.version === 0 || functions.has(used.name)) return;
    functions.set(used.name, used);
    diagnostics.push(...checkFunction(used).map((finding) => ({ ...finding, nodeId: node.id, field })));
  }

  function report(node: LiveNode, field: string, use: CodeUse): void {
    const at = { nodeId: node.id, field };
    if (use.fault) {
      const { reason, message, line } = use.fault;
      diagnostics.push(error(use.kind === "formula" ? "BAD_FORMULA" : "BAD_CODE", at, { reason, message, line }));
    }
    for (const { name, line } of use.forbidden) diagnostics.push(error("RESERVED_IDENTIFIER", at, { name, line }));
  }

  function checkNames(node: LiveNode, field: string, use: CodeUse, scope: CodeScope): void {
    const at = { nodeId: node.id, field };
    const told = new Set<string>();
    for (const { name, line, written, guarded } of use.free) {
      const isLocal = scope.local.includes(name);
      const seen = isLocal ? undefined : scope.visible.get(name);
      if (seen) scope.read.add(seen.id);
      if (seen) everRead.add(seen.id);
      if (seen?.mayBeMissing()) missed.add(seen.id);
      if (told.has(name) || (isLocal && !written)) continue;
      if (!seen && !isLocal) diagnostics.push(unknownName(at, { name, line }, scope));
      else if (written && use.kind === "formula")
        diagnostics.push(error("BAD_FORMULA", at, { reason: "writes", message: name, line }));
      else if (seen && !guarded && seen.mayBeMissing())
        diagnostics.push(warning("NAME_MAY_BE_MISSING", at, { name, line }));
      else continue;
      told.add(name);
    }
  }
}

/** With the nearest of the names that are known there as its fix. */
function unknownName(
  at: { nodeId: string; field: string },
  params: { name: string; line: number },
  { local, visible }: CodeScope,
): Diagnostic {
  const to = nearestName(params.name, [...local, ...visible.all().map(({ name }) => name)]);
  const found = error("UNKNOWN_NAME", at, params);
  return to === null ? found : { ...found, fix: [{ kind: "read-instead", ...at, from: params.name, to }] };
}

/** What a piece of code can read, and what of it it did read. */
interface CodeScope {
  visible: VisibleNames;
  read: Set<string>;
  local: readonly string[];
}

const NOTHING: ReadonlySet<string> = new Set();
