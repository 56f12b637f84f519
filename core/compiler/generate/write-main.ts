import type { Analysis } from "@/core/compiler/analyse/analyse";
import { decides } from "@/core/compiler/analyse/flow";
import type { LiveNode } from "@/core/compiler/analyse/live-graph";
import type { Block, Item, Taken } from "@/core/compiler/analyse/plan";
import type { ModuleNames } from "@/core/compiler/generate/module-names";
import { outputTypeText } from "@/core/compiler/generate/type-text";
import type { Variables } from "@/core/compiler/generate/variables";
import { writeSettings } from "@/core/compiler/generate/write-settings";
import { oneLine, type Writer } from "@/core/compiler/generate/writer";
import { ERROR } from "@/core/graph/document";
import { object, type StepCode, text } from "@/core/nodes/step-code";

interface Module {
  variables: Variables;
  names: ModuleNames;
  analysis: Analysis;
}

/** Writes the automation's own function: its steps in their blocks. */
export function writeMain(writer: Writer, module: Module): void {
  const { analysis, names, variables } = module;
  const { graph, plan } = analysis;
  const name = (id: string): string => graph.nodes.get(id)!.name;

  writer.line(0, `export default async function ${names.automation}(`);
  writer.write(`run: Run, trigger: ${analysis.typeOf(graph.trigger.id)}) {`);
  writeBlock(plan, 1);
  writer.line(0, "}");

  function writeBlock(block: Block, indent: number): void {
    block.items.forEach((item, index) => {
      const declared = variables.before(item);
      if (index > 0 && (item.kind === "step" || declared.length > 0)) writer.gap();
      for (const id of declared) writer.line(indent, declaration(id));
      writeItem(item, indent);
    });
  }

  function writeItem(item: Item, indent: number): void {
    if (item.kind === "step") writeStep(graph.nodes.get(item.id)!, indent);
    else if (item.kind === "if") writeIf(item, indent);
    else if (item.kind === "parallel") writeParallel(item.blocks, indent);
    else writeLines(item.lines, indent);
  }

  function writeParallel(blocks: readonly Block[], indent: number): void {
    writer.line(indent, "await run.parallel(");
    for (const block of blocks) {
      writer.line(indent + 1, "async () => {");
      writeBlock(block, indent + 2);
      writer.line(indent + 1, "},");
    }
    writer.line(indent, ");");
  }

  function writeLines(lines: Extract<Item, { kind: "lines" }>["lines"], indent: number): void {
    writer.line(indent, "await run.lines({");
    for (const { id, after, block } of lines) {
      const before = after.map((other) => JSON.stringify(name(other))).join(", ");
      writer.line(indent + 1, `${name(id)}: { after: [${before}], run: async () => {`);
      writeBlock(block, indent + 2);
      writer.line(indent + 1, "} },");
    }
    writer.line(indent, "});");
  }

  function writeIf(item: Extract<Item, { kind: "if" }>, indent: number): void {
    item.branches.forEach(({ test, block }, index) => {
      const head = `if (${test.map((taken) => testCode(taken, test.length > 1)).join(" || ")}) {`;
      if (index === 0) writer.line(indent, head);
      else writer.line(indent, `} else ${head}`);
      writeBlock(block, indent + 1);
    });
    if (item.otherwise) {
      writer.line(indent, "} else {");
      writeBlock(item.otherwise, indent + 1);
    }
    writer.line(indent, "}");
  }

  function testCode({ from, way, ran }: Taken, amongOthers: boolean): string {
    const node = graph.nodes.get(from)!;
    if (node.catches) {
      if (way === ERROR) return `run.failed(${node.name})`;
      if (ran) return `!run.failed(${node.name})`;
      const both = `${node.name} !== undefined && !run.failed(${node.name})`;
      return amongOthers ? `(${both})` : both;
    }
    return decides(node) ? `${node.name} === ${JSON.stringify(way)}` : `${node.name} !== undefined`;
  }

  function writeStep(node: LiveNode, indent: number): void {
    writer.line(indent, `// ${oneLine(node.label)}`);
    writer.line(indent);
    writer.span({ nodeId: node.id, part: "config" }, () => {
      writer.write(assignment(node));
      const code = node.type.isTrigger ? null : node.type.emit(analysis.configOf(node.id), node.context);
      if (code) writeCall(node, code, indent);
      else writer.write(`run.start(${JSON.stringify(node.name)}, trigger);`);
    });
  }

  function assignment(node: LiveNode): string {
    if (variables.constants.has(node.id)) return `const ${node.name} = `;
    return variables.hoisted.has(node.id) ? `${node.name} = ` : "";
  }

  function writeCall(node: LiveNode, code: StepCode, indent: number): void {
    const type = code.typeArgument ? `<${code.typeArgument}>` : "";
    const wait = code.method === "return" ? "return " : "await ";
    writer.write(node.catches ? "await run.attempt(() => " : wait);
    writer.write(`run.${code.method}${type}(${JSON.stringify(node.name)}, `);
    writeSettings(writer, settingsOf(node, code), { indent, used: 60, nodeId: node.id });
    if (code.body?.kind === "function") writer.write(`, ${names.ofFunction(code.body.name)}`);
    if (code.body?.kind === "code") writer.write(`, ${names.ofCode(node.id)}`);
    writer.write(node.catches ? "));" : ");");
  }

  /** A code node is given the names its code reads. */
  function settingsOf(node: LiveNode, code: StepCode): StepCode["settings"] {
    if (code.body?.kind !== "code") return code.settings;
    const read = [...analysis.readBy(node.id)].map(name);
    return object(Object.fromEntries(read.map((each) => [each, text(each)])));
  }

  function declaration(id: string): string {
    const node = graph.nodes.get(id)!;
    const output = outputTypeText(id, names, analysis);
    const type = node.catches ? `${output} | Failed` : output;
    // Written so, TypeScript does not take the variable for one that stays undefined.
    return analysis.isAlwaysThere(id)
      ? `let ${node.name}!: ${type};`
      : `let ${node.name} = undefined as ${type} | undefined;`;
  }
}
