import type { AnyNode, Identifier, Pattern } from "acorn";
import { childNodes } from "@/core/values/syntax-tree";

/** One place where code reads or writes a name it did not declare. */
export interface FreeName {
  name: string;
  start: number;
  end: number;
  line: number;
  /** `{ lead }`: the name stands for key and value at once. */
  shorthand: boolean;
  written: boolean;
}

type FunctionNode = Extract<
  AnyNode,
  { type: "FunctionDeclaration" | "FunctionExpression" | "ArrowFunctionExpression" }
>;

interface Scope {
  names: Set<string>;
  parent: Scope | null;
}

/** What naming code does: the names it needs from outside, and every identifier it reads, writes or declares. */
export interface Naming {
  free: FreeName[];
  identifiers: Identifier[];
}

/** Lists the names a parsed formula, body or module needs from outside, in order of appearance. */
export function namingOf(tree: AnyNode): Naming {
  const naming: Naming = { free: [], identifiers: [] };
  const visit = new Visitor(naming);
  visit.node(tree, visit.block(tree.type === "Program" ? tree.body : [], null, true));
  return naming;
}

class Visitor {
  readonly #naming: Naming;
  /** Starts of identifiers that are assigned to. */
  readonly #written = new Set<number>();

  constructor(naming: Naming) {
    this.#naming = naming;
  }

  node(node: AnyNode, scope: Scope): void {
    switch (node.type) {
      case "Identifier":
        this.#identifier(node, scope, false);
        break;
      case "Property":
        this.#property(node, scope);
        break;
      case "MethodDefinition":
      case "PropertyDefinition":
        if (node.computed) this.node(node.key, scope);
        if (node.value) this.node(node.value, scope);
        break;
      case "MemberExpression":
        this.node(node.object, scope);
        if (node.computed) this.node(node.property, scope);
        break;
      case "LabeledStatement":
        this.node(node.body, scope);
        break;
      case "BreakStatement":
      case "ContinueStatement":
      case "MetaProperty":
        break;
      case "FunctionDeclaration":
      case "FunctionExpression":
      case "ArrowFunctionExpression":
        this.#function(node, scope);
        break;
      case "ForInStatement":
      case "ForOfStatement":
        if (node.left.type !== "VariableDeclaration") this.#markWritten(node.left);
        this.#children(node, this.#inner(node, scope));
        break;
      case "AssignmentExpression":
        this.#markWritten(node.left);
        this.#children(node, scope);
        break;
      case "UpdateExpression":
        this.#markWritten(node.argument);
        this.#children(node, scope);
        break;
      default:
        this.#children(node, this.#inner(node, scope));
    }
  }

  /** The scope of what stands inside a node; most have none of their own. */
  #inner(node: AnyNode, scope: Scope): Scope {
    switch (node.type) {
      case "ClassExpression":
        return node.id ? this.#scope(scope, [node.id]) : scope;
      case "CatchClause":
        return this.#scope(scope, node.param ? [node.param] : []);
      case "BlockStatement":
      case "StaticBlock":
        return this.block(node.body, scope, node.type === "StaticBlock");
      case "SwitchStatement":
        return this.block(
          node.cases.flatMap((one) => one.consequent),
          scope,
          false,
        );
      case "ForStatement":
        return this.block(node.init ? [node.init] : [], scope, false);
      case "ForInStatement":
      case "ForOfStatement":
        return this.block([node.left], scope, false);
      default:
        return scope;
    }
  }

  /** In `{ lead }` and `{ lead = 1 }` the name is key and value at once. */
  #property(node: Extract<AnyNode, { type: "Property" }>, scope: Scope): void {
    const { value } = node;
    if (node.computed) this.node(node.key, scope);
    if (node.shorthand && value.type === "Identifier") this.#identifier(value, scope, true);
    else if (node.shorthand && value.type === "AssignmentPattern" && value.left.type === "Identifier") {
      this.#identifier(value.left, scope, true);
      this.node(value.right, scope);
    } else this.node(value, scope);
  }

  /** Opens the scope of a block: what is declared directly in it, and for a function every `var` below. */
  block(body: AnyNode[], parent: Scope | null, isFunction: boolean): Scope {
    const scope: Scope = { names: new Set(), parent };
    for (const statement of body) declare(statement, scope.names);
    if (isFunction) for (const statement of body) hoistVars(statement, scope.names);
    return scope;
  }

  #function(node: FunctionNode, scope: Scope): void {
    const named = node.type === "FunctionExpression" && node.id ? this.#scope(scope, [node.id]) : scope;
    const own = this.#scope(named, node.params);
    if (node.type !== "ArrowFunctionExpression") own.names.add("arguments");
    if (node.body.type === "BlockStatement") hoistVars(node.body, own.names);
    this.#children(node, own);
  }

  #children(node: AnyNode, scope: Scope): void {
    for (const child of childNodes(node)) this.node(child, scope);
  }

  #scope(parent: Scope, patterns: Pattern[]): Scope {
    const scope: Scope = { names: new Set(), parent };
    for (const pattern of patterns) for (const identifier of boundBy(pattern)) scope.names.add(identifier.name);
    return scope;
  }

  #identifier(node: Identifier, scope: Scope, shorthand: boolean): void {
    this.#naming.identifiers.push(node);
    for (let at: Scope | null = scope; at; at = at.parent) if (at.names.has(node.name)) return;
    const { name, start, end } = node;
    this.#naming.free.push({
      name,
      start,
      end,
      line: node.loc?.start.line ?? 1,
      shorthand,
      written: this.#written.has(start),
    });
  }

  #markWritten(target: AnyNode): void {
    for (const identifier of boundBy(target)) this.#written.add(identifier.start);
  }
}

/** Adds what one statement declares in the block it stands in. */
function declare(statement: AnyNode, names: Set<string>): void {
  if (statement.type === "ExportNamedDeclaration" || statement.type === "ExportDefaultDeclaration") {
    if (statement.declaration) declare(statement.declaration, names);
  } else if (statement.type === "VariableDeclaration") {
    for (const { id } of statement.declarations) for (const bound of boundBy(id)) names.add(bound.name);
  } else if (statement.type === "FunctionDeclaration" || statement.type === "ClassDeclaration") {
    if (statement.id) names.add(statement.id.name);
  } else if (statement.type === "LabeledStatement") declare(statement.body, names);
}

function hoistVars(node: AnyNode, names: Set<string>): void {
  if (node.type === "VariableDeclaration" && node.kind === "var") declare(node, names);
  if (/Function|Class/.test(node.type)) return;
  for (const child of childNodes(node)) hoistVars(child, names);
}

/** The identifiers a pattern binds, or an assignment's target writes. */
function boundBy(pattern: AnyNode): Identifier[] {
  switch (pattern.type) {
    case "Identifier":
      return [pattern];
    case "ObjectPattern":
      return pattern.properties.flatMap((property) =>
        boundBy(property.type === "Property" ? property.value : property.argument),
      );
    case "ArrayPattern":
      return pattern.elements.flatMap((element) => (element ? boundBy(element) : []));
    case "AssignmentPattern":
      return boundBy(pattern.left);
    case "RestElement":
      return boundBy(pattern.argument);
    default:
      return [];
  }
}
