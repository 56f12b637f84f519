import { type AnyNode, type FunctionDeclaration, parse, type VariableDeclaration } from "acorn";
import MagicString from "magic-string";
import { countStatements } from "@/core/compiler/lower/count-statements";
import { LineSites } from "@/core/compiler/lower/line-sites";
import type { LineSpan } from "@/core/compiler/program";
import { ECMA_VERSION, stripTypes } from "@/core/values/parse-code";
import { childNodes } from "@/core/values/syntax-tree";

/** What code may use of its step by name; the step makes each when it is first read. */
const SCOPE = ["console", "http", "records", "connections", "store", "variables", "files"];

/** The calls of `run` whose second argument computes settings. */
const STEPS = new Set([
  "set",
  "code",
  "function",
  "call",
  "getRecord",
  "findRecords",
  "createRecord",
  "updateRecord",
  "upsertRecord",
  "deleteRecord",
  "email",
  "wait",
  "automation",
  "match",
  "log",
  "forEach",
  "continue",
  "return",
  "stop",
]);

/**
 * Turns the readable module into the script the sandbox runs: the same lines without types, each function and code node a
 * factory over its step, every statement of user code counted.
 *
 * @param typescript a module written by `generate`
 * @param lineMap whose its lines are
 */
export function lower(typescript: string, lineMap: readonly LineSpan[]): string {
  const javascript = stripTypes(typescript);
  const program = parse(javascript, { ecmaVersion: ECMA_VERSION, sourceType: "module", locations: true });
  const code = new MagicString(javascript);
  for (const statement of program.body) {
    if (statement.type === "ExportDefaultDeclaration") lowerMain(code, statement.start, statement.declaration);
    else if (statement.type === "ExportNamedDeclaration") lowerMatch(code, statement.start, statement.declaration);
    else if (statement.type === "FunctionDeclaration") lowerCodeNode(code, statement, lineMap);
    else if (statement.type === "VariableDeclaration") lowerFunction(code, statement, lineMap);
  }
  code.prepend('(() => { "use strict"; ');
  const match = program.body.some(({ type }) => type === "ExportNamedDeclaration") ? "$main.match = $match; " : "";
  return `${code.toString().replace(/\n$/, "")} ${match}return $main; })()\n`;
}

/** `export function match(start) {` … `}` becomes a factory as well, and hangs at the automation. */
function lowerMatch(code: MagicString, start: number, declaration: AnyNode | null | undefined): void {
  if (declaration?.type !== "FunctionDeclaration") return;
  const { body, params, end } = declaration;
  const input = params[0]!;
  const lineEnds = code.original.slice(input.end, body.start).replace(/[^\n]/g, "");
  code.overwrite(start, input.start, `const $match = ${parametersFor(body)} => (`);
  code.overwrite(input.end, body.start, `${lineEnds}) => `);
  for (const statement of body.body) if (statement.type === "IfStatement") countStatements(code, statement.test, null);
  code.appendLeft(end, ";");
}

function lowerMain(code: MagicString, start: number, main: AnyNode): void {
  code.overwrite(start, main.start, "const $main = ");
  code.appendLeft(main.end, ";");
  lowerSteps(code, main);
}

/** Gives each settings arrow its step. */
function lowerSteps(code: MagicString, node: AnyNode): void {
  const [step, settings] =
    node.type === "CallExpression" ? [stepOf(node.callee), node.arguments[1]] : [null, undefined];
  if (step === null || settings === undefined) {
    for (const child of childNodes(node)) lowerSteps(code, child);
  } else if (step === "choose" && settings.type === "ObjectExpression") {
    for (const property of settings.properties) if (property.type === "Property") lowerArrow(code, property.value);
  } else lowerArrow(code, settings);
  if (step === "forEach" && node.type === "CallExpression") lowerBody(code, node.arguments[2]);
}

/** The body of a loop: its steps, and the arrow it returns. */
function lowerBody(code: MagicString, body: AnyNode | undefined): void {
  if (body?.type !== "ArrowFunctionExpression" || body.body.type !== "BlockStatement") return;
  for (const statement of body.body.body) {
    if (statement.type === "ReturnStatement" && statement.argument) lowerArrow(code, statement.argument);
    lowerSteps(code, statement);
  }
}

function stepOf(callee: AnyNode): string | null {
  if (callee.type !== "MemberExpression" || callee.object.type !== "Identifier" || callee.object.name !== "run")
    return null;
  const name = callee.property.type === "Identifier" ? callee.property.name : "";
  return STEPS.has(name) || name === "choose" ? name : null;
}

function lowerArrow(code: MagicString, arrow: AnyNode): void {
  if (arrow.type !== "ArrowFunctionExpression") return;
  code.overwrite(arrow.start, arrow.start + "()".length, parametersFor(arrow.body));
  countStatements(code, arrow.body, null);
}

/** `function name(input) {` … `}` becomes `const name = (($m) => ($s) => { …; return (input) => {` … `}; })(…);` */
function lowerCodeNode(code: MagicString, node: FunctionDeclaration, lineMap: readonly LineSpan[]): void {
  const { async, body, end, id, params, start } = node;
  const input = params[0] ? code.original.slice(params[0].start, params[0].end) : "";
  const sites = sitesIn(body, lineMap);
  code.overwrite(
    start,
    body.start,
    `const ${id.name} = ${openFactory(body)}return ${async ? "async " : ""}(${input}) => `,
  );
  countStatements(code, body, sites);
  code.appendLeft(end, `;${closeFactory(sites)};`);
}

/** `const name = (() => {` … `})();` becomes `const name = (($m) => ($s) => { …; return (() => {` … `})(); })(…);` */
function lowerFunction(
  code: MagicString,
  { declarations, end }: VariableDeclaration,
  lineMap: readonly LineSpan[],
): void {
  const call = declarations[0]?.init;
  if (call?.type !== "CallExpression" || call.callee.type !== "ArrowFunctionExpression") return;
  const { body } = call.callee;
  if (body.type !== "BlockStatement") return;
  const sites = sitesIn(body, lineMap);
  code.appendLeft(call.start, `${openFactory(body)}return `);
  countStatements(code, { ...body, body: body.body.slice(0, -1) }, sites);
  code.overwrite(end - 1, end, `;${closeFactory(sites)};`);
}

/** The factory holds where its counts stand, once for all its calls. */
const openFactory = (body: AnyNode): string => `(($m) => ($s) => { $s.m($m); ${scopeFor(body)}`;
const closeFactory = (sites: LineSites): string => ` })(${sites.text()})`;

/** The user's text that stands between these braces. */
function sitesIn({ loc }: AnyNode, lineMap: readonly LineSpan[]): LineSites {
  const from = loc?.start.line ?? 0;
  const to = loc?.end.line ?? 0;
  const span = lineMap.find((one) => one.part !== "config" && one.from >= from && one.to <= to);
  return new LineSites(span ?? { from: 1, to: 1, nodeId: null, part: "code" });
}

/** @returns the declaration of those names of the scope that the code mentions, or nothing */
function scopeFor(body: AnyNode): string {
  const mentioned = new Set<string>();
  collectNames(body, mentioned);
  const names = SCOPE.filter((name) => mentioned.has(name));
  return names.length === 0 ? "" : `const { ${names.join(", ")} } = $s; `;
}

/** @returns the parameters of formulas; one of the user's own that is called so stands nearer */
const parametersFor = (formula: AnyNode): string =>
  mentions(formula, "variables") ? "($s, { variables } = $s)" : "($s)";

function mentions(node: AnyNode, name: string): boolean {
  return (node.type === "Identifier" && node.name === name) || childNodes(node).some((child) => mentions(child, name));
}

function collectNames(node: AnyNode, names: Set<string>): void {
  if (node.type === "Identifier") names.add(node.name);
  for (const child of childNodes(node)) collectNames(child, names);
}
