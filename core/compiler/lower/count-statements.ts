import type { AnyNode, PropertyDefinition, Statement } from "acorn";
import type MagicString from "magic-string";
import type { LineSites } from "@/core/compiler/lower/line-sites";
import { childNodes } from "@/core/values/syntax-tree";

/**
 * Inserts `$s.t()` before every statement of user code. A loop counts when it is reached and once for each iteration; a
 * function without statements of its own once for each call; a parameter's default and the value of a class's field each
 * time it is computed. Blocks, labels and function declarations do not count. Counts are merged where nothing in between
 * can throw or be seen. No line is added.
 *
 * @param code the text the tree was parsed from, with locations
 * @param sites learns the lines of each count; null where they are of no interest
 */
export function countStatements(code: MagicString, node: AnyNode, sites: LineSites | null): void {
  new Counter(code, sites).count(node, []);
}

type FunctionNode = Extract<
  AnyNode,
  { type: "FunctionDeclaration" | "FunctionExpression" | "ArrowFunctionExpression" }
>;

/** The line of the module each statement of one count stands on. */
type Lines = readonly number[];

class Counter {
  constructor(
    private readonly code: MagicString,
    private readonly sites: LineSites | null,
  ) {}

  /** @param header what a body counts each time beside its statements, together with its first */
  count(node: AnyNode, header: Lines): void {
    switch (node.type) {
      case "Program":
      case "BlockStatement":
      case "StaticBlock":
        this.list(node.body as Statement[], header, node.start + 1);
        break;
      case "SwitchCase":
        this.list(node.consequent, [], node.end);
        break;
      case "IfStatement":
        this.count(node.test, []);
        this.branch(node.consequent, []);
        if (node.alternate) this.branch(node.alternate, []);
        return;
      case "ForStatement":
      case "ForInStatement":
      case "ForOfStatement":
      case "WhileStatement":
      case "DoWhileStatement":
        for (const child of childNodes(node)) if (child !== node.body) this.count(child, []);
        this.branch(node.body, [lineOf(node)]);
        return;
      case "ArrowFunctionExpression":
      case "FunctionExpression":
      case "FunctionDeclaration":
        this.call(node);
        return;
      case "PropertyDefinition":
        this.field(node);
        return;
    }
    this.children(node);
  }

  private children(node: AnyNode): void {
    for (const child of childNodes(node)) this.count(child, []);
  }

  private call(node: FunctionNode): void {
    for (const parameter of node.params) this.parameter(parameter);
    if (node.body.type !== "BlockStatement") this.value(node.body);
    else this.count(node.body, node.body.body.every(isNothing) ? [lineOf(node)] : []);
  }

  /** The defaults in a parameter. */
  private parameter(pattern: AnyNode): void {
    if (pattern.type === "AssignmentPattern") {
      this.parameter(pattern.left);
      this.computed(pattern.right);
    } else if (pattern.type === "Property") {
      if (pattern.computed) this.count(pattern.key, []);
      this.parameter(pattern.value);
    } else for (const child of childNodes(pattern)) this.parameter(child);
  }

  private field({ computed, key, value }: PropertyDefinition): void {
    if (computed) this.count(key, []);
    if (value) this.computed(value);
  }

  /** A value that code of its own computes. An anonymous class keeps the name that its place gives it. */
  private computed(value: AnyNode): void {
    if (isPlain(value)) this.count(value, []);
    else if (value.type === "ClassExpression" && !value.id) {
      this.code.appendRight(value.body.start + 1, ` static { ${this.tick([lineOf(value)])}}`);
      this.count(value, []);
    } else this.value(value);
  }

  private value(value: AnyNode): void {
    this.code.appendRight(value.start, `(${this.tick([lineOf(value)]).replace("; ", ", ")}`);
    this.count(value, []);
    this.code.appendLeft(value.end, ")");
  }

  /** A branch or a loop's body: a block, or one statement that becomes a block. */
  private branch(body: Statement, header: Lines): void {
    const lines = counts(body) ? [...header, lineOf(body)] : header;
    if (body.type === "BlockStatement") this.count(body, header);
    else if (lines.length === 0) this.count(body, []);
    else {
      this.code.appendRight(body.start, `{ ${this.tick(lines)}`);
      this.count(body, []);
      this.code.appendLeft(body.end, " }");
    }
  }

  /** Inserts one count before each run of statements of which none but the last can throw. */
  private list(statements: readonly Statement[], header: Lines, start: number): void {
    let open = { at: start, lines: [...header] };
    for (const statement of statements) {
      if (counts(statement)) {
        if (open.lines.length === 0) open.at = statement.start;
        open.lines.push(lineOf(statement));
        if (isHarmless(statement)) continue;
      } else if (statement.type === "FunctionDeclaration" || statement.type === "EmptyStatement") continue;
      this.insert(open.at, open.lines);
      open = { at: 0, lines: [] };
    }
    this.insert(open.at, open.lines);
  }

  private insert(at: number, lines: Lines): void {
    if (lines.length > 0) this.code.appendRight(at, this.tick(lines));
  }

  private tick(lines: Lines): string {
    if (this.sites) return `$s.t(${lines.length}, ${this.sites.placeOf(lines)}); `;
    return lines.length === 1 ? "$s.t(); " : `$s.t(${lines.length}); `;
  }
}

const lineOf = (node: AnyNode): number =>
  node.type === "LabeledStatement" ? lineOf(node.body) : (node.loc?.start.line ?? 0);

function counts(statement: Statement): boolean {
  if (statement.type === "LabeledStatement") return counts(statement.body);
  if (statement.type === "ExpressionStatement") return statement.directive === undefined;
  return !["BlockStatement", "EmptyStatement", "FunctionDeclaration"].includes(statement.type);
}

/** Does it count nothing, with all that stands in it? */
function isNothing(statement: Statement): boolean {
  if (statement.type === "LabeledStatement") return isNothing(statement.body);
  return statement.type === "BlockStatement" ? statement.body.every(isNothing) : !counts(statement);
}

/** A declaration of plain constants can neither throw nor be seen before the statement that follows. */
function isHarmless(statement: Statement): boolean {
  return (
    statement.type === "VariableDeclaration" &&
    statement.declarations.every(({ id, init }) => id.type === "Identifier" && (!init || isPlain(init)))
  );
}

const isPlain = (node: AnyNode): boolean =>
  node.type === "Literal" || node.type === "ArrowFunctionExpression" || node.type === "FunctionExpression";
