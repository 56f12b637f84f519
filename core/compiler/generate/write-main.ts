import type { Analysis } from "@/core/compiler/analyse/analyse";
import type { LiveNode } from "@/core/compiler/analyse/live-graph";
import type { Block, Item, Taken } from "@/core/compiler/analyse/plan";
import type { ModuleNames } from "@/core/compiler/generate/module-names";
import { outputTypeText, writeType } from "@/core/compiler/generate/type-text";
import type { Variables } from "@/core/compiler/generate/variables";
import { LINE_WIDTH, writeSettings } from "@/core/compiler/generate/write-settings";
import { oneLine, type Writer } from "@/core/compiler/generate/writer";
import { ERROR } from "@/core/graph/document";
import { object, type StepCode, text } from "@/core/nodes/step-code";
import { normalizeLines } from "@/core/values/value-code";

interface Module {
  variables: Variables;
  names: ModuleNames;
  analysis: Analysis;
}

/** Writes the automation's own function: its steps in their blocks. */
export function writeMain(writer: Writer, module: Module): void {
  const { analysis, names, variables } = module;
  const { nodes, plan, root } = analysis;
  const name = (id: string): string => nodes.get(id)!.name;

  writer.line(0, `export default async function ${names.automation}(`);
  writer.write("run: Run, trigger: ");
  writeType(writer, analysis.typeOf(root.graph.entry.id), 0);
  writer.write(") {");
  writeBlock(plan, 1);
  writer.line(0, "}");

  function writeBlock(block: Block, indent: number): void {
    block.items.forEach((item, index) => {
      const declared = variables.before(item);
      if (index > 0 && (item.kind === "step" || declared.length > 0)) writer.gap();
      for (const id of declared) writeDeclaration(id, indent);
      writeItem(item, indent);
    });
  }

  function writeItem(item: Item, indent: number): void {
    if (item.kind === "step") writeStep(nodes.get(item.id)!, item.body, indent);
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
      const failed = new Set(
        item.branches.slice(0, index).flatMap((before) => before.test.filter(isFailure).map(({ from }) => from)),
      );
      const tests = test.map((taken) => testCode(taken, test.length > 1, failed));
      writer.line(indent, index === 0 ? "if (" : "} else if (");
      writeTests(tests, indent);
      writer.write(") {");
      writeBlock(block, indent + 1);
    });
    if (item.otherwise) {
      writer.line(indent, "} else {");
      writeBlock(item.otherwise, indent + 1);
    }
    writer.line(indent, "}");
  }

  /** Writes tests of which one must hold; one a line where they do not fit into one. */
  function writeTests(tests: readonly string[], indent: number): void {
    const flat = tests.join(" || ");
    if (writer.column + flat.length <= LINE_WIDTH) {
      writer.write(flat);
      return;
    }
    tests.forEach((test, index) => {
      writer.line(indent + 1, index < tests.length - 1 ? `${test} ||` : test);
    });
    writer.line(indent);
  }

  /** @param asked the nodes that, here, are known not to have failed */
  function testCode({ from, way, ran }: Taken, amongOthers: boolean, asked: ReadonlySet<string>): string {
    const node = nodes.get(from)!;
    if (node.catches && way === ERROR) return `run.failed(${node.name})`;
    const there = ran ? [] : [`${node.name} !== undefined`];
    const fine = node.catches && !asked.has(from) ? [`!run.failed(${node.name})`] : [];
    const ordinary = node.ways.length - (node.catches ? 1 : 0);
    const taken = ordinary > 1 ? [`${takenOf(node, ran || node.catches)} === ${JSON.stringify(way)}`] : [];
    // Where it is no handle that is asked for, a comparison with one says that it ran.
    const tests = taken.length > 0 && fine.length === 0 ? taken : [...there, ...fine, ...taken];
    const test = tests.length > 0 ? tests.join(" && ") : `${node.name} !== undefined`;
    return amongOthers && tests.length > 1 ? `(${test})` : test;
  }

  /** Where a node says which way it took; a missing output has taken none. */
  function takenOf({ name: variable, type }: LiveNode, isThere: boolean): string {
    return type.handleIn === undefined ? variable : `${variable}${isThere ? "." : "?."}${type.handleIn}`;
  }

  function writeStep(node: LiveNode, body: Block | undefined, indent: number): void {
    writer.line(indent, `// ${oneLine(node.label)}`);
    for (const line of noteLines(node)) writer.line(indent, `// ${oneLine(line)}`);
    writer.line(indent);
    writer.span({ nodeId: node.id, part: "config" }, () => {
      writer.write(assignment(node));
      const code = node.type.isTrigger ? null : node.type.emit(analysis.configOf(node.id), node.context);
      if (code) writeCall(node, code, body, indent);
      else writer.write(`run.start(${JSON.stringify(node.name)}, trigger);`);
    });
  }

  function assignment(node: LiveNode): string {
    if (variables.constants.has(node.id)) return `const ${node.name} = `;
    return variables.hoisted.has(node.id) ? `${node.name} = ` : "";
  }

  function writeCall(node: LiveNode, code: StepCode, body: Block | undefined, indent: number): void {
    const wait = node.ways.length === 0 ? "return " : "await ";
    writer.write(node.catches ? "await run.attempt(() => " : wait);
    writer.write(`run.${code.method}`);
    if (code.typeArgument) {
      writer.write("<");
      writeType(writer, code.typeArgument, indent);
      writer.write(">");
    }
    writer.write(`(${JSON.stringify(node.name)}`);
    const settings = settingsOf(node, code);
    const runs = code.body
      ? `, ${code.body.kind === "code" ? names.ofCode(node.id) : names.ofFunction(code.body.name)}`
      : "";
    if (settings) {
      writer.write(", ");
      const used = writer.column + runs.length;
      writeSettings(writer, settings, {
        ...{ indent, nodeId: node.id, type: settingsType(code) },
        // Settings with names are easier to read one below the other, long before they do not fit.
        used: settings.kind === "text" ? used : Math.max(60, used),
      });
    }
    writer.write(runs);
    if (body) writeBody(node, code, body, indent);
    writePolicy(node, indent);
    writer.write(node.catches ? "));" : ");");
  }

  /** How a step is tried, where that is not once and without an end. */
  function writePolicy(node: LiveNode, indent: number): void {
    const entries = policyOf(node);
    if (entries.length === 0) return;
    const flat = entries.join(", ");
    if (writer.column + flat.length <= LINE_WIDTH) {
      writer.write(`, { ${flat} }`);
      return;
    }
    writer.write(", {");
    for (const entry of entries) writer.line(indent + 1, `${entry},`);
    writer.line(indent, "}");
  }

  /** A loop's body has a `run` of its own, and its round under the loop's name. */
  function writeBody(node: LiveNode, code: StepCode, body: Block, indent: number): void {
    writer.write(`, async (run, ${node.name}) => {`);
    writeBlock(body, indent + 1);
    if (code.result) {
      if (body.items.length > 0) writer.gap();
      writer.line(indent + 1, "return ");
      writeSettings(writer, code.result, { indent: indent + 1, used: 20, nodeId: node.id });
      writer.write(";");
    }
    writer.line(indent, "}");
  }

  /** A function's inputs stand in the order of its parameters; their types are the function's own. */
  function settingsType({ body, settings, settingsType: own }: StepCode): string | undefined {
    if (body?.kind !== "function" || settings?.kind !== "object") return own;
    const inputs = settings.entries.map(({ key }) => JSON.stringify(key)).join(", ");
    return `Millrace.Inputs<typeof ${names.ofFunction(body.name)}, [${inputs}]>`;
  }

  /** A code node is given the names its code reads. */
  function settingsOf(node: LiveNode, code: StepCode): StepCode["settings"] {
    if (code.body?.kind !== "code") return code.settings;
    const read = [...analysis.readBy(node.id)].map(name);
    return object(Object.fromEntries(read.map((each) => [each, text(each)])));
  }

  function writeDeclaration(id: string, indent: number): void {
    const node = nodes.get(id)!;
    const output = outputTypeText(id, names, analysis);
    // What can be anything can be missing, and a failure, too.
    if (output === "any") {
      writer.line(indent, `let ${node.name}: any;`);
      return;
    }
    const type = node.catches ? `${output} | Failed` : output;
    // Written so, TypeScript does not take the variable for one that stays undefined.
    const isThere = analysis.isAlwaysThere(id);
    writer.line(indent, isThere ? `let ${node.name}!: ` : `let ${node.name} = undefined as `);
    writeType(writer, isThere ? type : `${type} | undefined`, indent);
    writer.write(";");
  }
}

const isFailure = ({ way }: Taken): boolean => way === ERROR;

/** A node's note, as lines of comments. */
function noteLines({ context }: LiveNode): string[] {
  const note = context.node.policy?.note?.trim() ?? "";
  return note === "" ? [] : normalizeLines(note).split("\n");
}

/** The entries of a step's policy that are not as without one. */
function policyOf({ context, type }: LiveNode): string[] {
  const { retry, timeLimitMs, afterCrash } = context.node.policy ?? {};
  if (!type.canFail || type.body) return [];
  return [
    ...(retry ? [`attempts: ${retry.attempts}`] : []),
    ...(retry && retry.waitMs > 0 ? [`waitMs: ${retry.waitMs}`] : []),
    ...(retry?.backoff === "exponential" ? ['backoff: "exponential"'] : []),
    ...(timeLimitMs === undefined ? [] : [`timeLimitMs: ${timeLimitMs}`]),
    ...(afterCrash === "repeat" ? ['afterCrash: "repeat"'] : []),
  ];
}
