import type { AnyNode, Statement } from "acorn";
import type MagicString from "magic-string";
import { childNodes } from "@/core/values/syntax-tree";

/**
 * Inserts `$s.t()` before every statement of user code. A loop counts when it is reached and once for each iteration; an
 * arrow with an expression for a body once for each call. Blocks, labels and function declarations do not count. Counts
 * are merged where nothing in between can throw or be seen. No line is added.
 *
 * @param code the text the tree was parsed from
 */
export function countStatements(code: MagicString, node: AnyNode): void {
  countDirectly(code, node, 0);
}

/** @param header what the loop around a body counts for each iteration, to be counted with its first statement */
function countDirectly(code: MagicString, node: AnyNode, header: number): void {
  switch (node.type) {
    case "Program":
    case "BlockStatement":
    case "StaticBlock":
      countList(code, node.body as Statement[], header, node.start + 1);
      break;
    case "SwitchCase":
      countList(code, node.consequent, 0, node.end);
      break;
    case "IfStatement":
      countChild(code, node.test);
      countBranch(code, node.consequent, 0);
      if (node.alternate) countBranch(code, node.alternate, 0);
      return;
    case "ForStatement":
    case "ForInStatement":
    case "ForOfStatement":
    case "WhileStatement":
    case "DoWhileStatement":
      for (const child of childNodes(node)) if (child !== node.body) countChild(code, child);
      countBranch(code, node.body, 1);
      return;
    case "ArrowFunctionExpression":
      if (node.body.type !== "BlockStatement") {
        code.appendRight(node.body.start, "($s.t(), ");
        countChildren(code, node);
        code.appendLeft(node.body.end, ")");
        return;
      }
  }
  countChildren(code, node);
}

const countChild = (code: MagicString, node: AnyNode): void => countDirectly(code, node, 0);

function countChildren(code: MagicString, node: AnyNode): void {
  for (const child of childNodes(node)) countDirectly(code, child, 0);
}

/** A branch or a loop's body: a block, or one statement that becomes a block. */
function countBranch(code: MagicString, body: Statement, header: number): void {
  const count = header + (counts(body) ? 1 : 0);
  if (body.type === "BlockStatement") countDirectly(code, body, header);
  else if (count === 0) countChild(code, body);
  else {
    code.appendRight(body.start, `{ ${tick(count)}`);
    countChild(code, body);
    code.appendLeft(body.end, " }");
  }
}

/** Inserts one count before each run of statements of which none but the last can throw. */
function countList(code: MagicString, statements: readonly Statement[], header: number, start: number): void {
  let open = { at: start, count: header };
  for (const statement of statements) {
    if (counts(statement)) {
      if (open.count === 0) open.at = statement.start;
      open.count += 1;
      if (isHarmless(statement)) continue;
    } else if (statement.type === "FunctionDeclaration" || statement.type === "EmptyStatement") continue;
    insert(code, open);
    open = { at: 0, count: 0 };
  }
  insert(code, open);
}

function insert(code: MagicString, { at, count }: { at: number; count: number }): void {
  if (count > 0) code.appendRight(at, tick(count));
}

const tick = (count: number): string => (count === 1 ? "$s.t(); " : `$s.t(${count}); `);

function counts(statement: Statement): boolean {
  if (statement.type === "LabeledStatement") return counts(statement.body);
  if (statement.type === "ExpressionStatement") return statement.directive === undefined;
  return !["BlockStatement", "EmptyStatement", "FunctionDeclaration"].includes(statement.type);
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
