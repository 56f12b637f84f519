import { type AnyNode, parse } from "acorn";
import { stripTypes } from "@/core/values/parse-code";

type Scope = { names: Record<string, unknown>; parent: Scope | null };

/** How a statement was left. */
type Leave = { kind: "return"; value: unknown } | { kind: "break" | "continue"; label: string | null } | null;

/**
 * Runs synchronous user code statement by statement, counting as `docs/statement-counting.md` says; only expressions are
 * left to JavaScript. It shares nothing with the compiler but the parser. Classes, generators, async code, methods and
 * keys that are computed or text in patterns are left out: the counting cases of the sandbox pin those.
 */
export class CodeInterpreter {
  statements = 0;
  #source = "";

  /** Runs the body of a code node. */
  body(source: string, names: Record<string, unknown>): unknown {
    const tree = this.#read(source, { allowReturnOutsideFunction: true });
    const left = this.#list(tree.type === "Program" ? tree.body : [], scopeIn(null, { ...names }));
    return left?.kind === "return" ? left.value : undefined;
  }

  /** Evaluates a formula. */
  formula(source: string, names: Record<string, unknown>): unknown {
    const tree = this.#read(`(\n${source}\n)`, {});
    const statement = tree.type === "Program" ? tree.body[0] : undefined;
    if (statement?.type !== "ExpressionStatement") throw new Error("not a formula");
    return this.#value(statement.expression, scopeIn(null, { ...names }));
  }

  /** Runs a function's module and calls the function. */
  function(source: string, name: string, args: unknown[]): unknown {
    const tree = this.#read(source, { sourceType: "module" });
    const scope = scopeIn(null, {});
    const statements = (tree.type === "Program" ? tree.body : []).map((statement) =>
      statement.type === "ExportNamedDeclaration" && statement.declaration ? statement.declaration : statement,
    );
    this.#list(statements, scope);
    return (scope.names[name] as (...given: unknown[]) => unknown)(...args);
  }

  #read(source: string, options: object): AnyNode {
    this.#source = stripTypes(source);
    return parse(this.#source, { ecmaVersion: 2024, ...options });
  }

  #list(statements: readonly AnyNode[], scope: Scope): Leave {
    for (const each of statements) {
      if (each.type === "FunctionDeclaration") scope.names[each.id!.name] = this.#closure(each, scope);
    }
    for (const each of statements) {
      const left = this.#statement(each, scope, null);
      if (left) return left;
    }
    return null;
  }

  #statement(node: AnyNode, scope: Scope, label: string | null): Leave {
    const isDirective = node.type === "ExpressionStatement" && node.directive !== undefined;
    const uncounted = ["BlockStatement", "EmptyStatement", "FunctionDeclaration", "LabeledStatement"];
    if (!isDirective && !uncounted.includes(node.type)) this.statements += 1;
    switch (node.type) {
      case "EmptyStatement":
      case "FunctionDeclaration":
        return null;
      case "BlockStatement":
        return this.#list(node.body, scopeIn(scope, {}));
      case "LabeledStatement": {
        const left = this.#statement(node.body, scope, node.label.name);
        return left && left.kind === "break" && left.label === node.label.name ? null : left;
      }
      case "ExpressionStatement":
        this.#value(node.expression, scope);
        return null;
      case "VariableDeclaration":
        for (const one of node.declarations)
          this.#bind(one.id, one.init ? this.#value(one.init, scope) : undefined, scope);
        return null;
      case "ReturnStatement":
        return { kind: "return", value: node.argument ? this.#value(node.argument, scope) : undefined };
      case "ThrowStatement":
        throw this.#value(node.argument, scope);
      case "BreakStatement":
      case "ContinueStatement":
        return { kind: node.type === "BreakStatement" ? "break" : "continue", label: node.label?.name ?? null };
      case "IfStatement":
        if (this.#value(node.test, scope)) return this.#statement(node.consequent, scope, null);
        return node.alternate ? this.#statement(node.alternate, scope, null) : null;
      case "TryStatement":
        return this.#try(node, scope);
      case "SwitchStatement":
        return this.#switch(node, scope);
      case "WhileStatement":
      case "DoWhileStatement":
        return this.#loop(node, scopeIn(scope, {}), label);
      case "ForStatement": {
        const own = scopeIn(scope, {});
        if (node.init?.type === "VariableDeclaration") {
          for (const one of node.init.declarations)
            this.#bind(one.id, one.init ? this.#value(one.init, own) : undefined, own);
        } else if (node.init) this.#value(node.init, own);
        return this.#loop(node, own, label);
      }
      case "ForOfStatement":
      case "ForInStatement": {
        const over = this.#value(node.right, scope);
        const items = node.type === "ForOfStatement" ? [...(over as Iterable<unknown>)] : Object.keys(over as object);
        for (const item of items) {
          const own = scopeIn(scope, {});
          if (node.left.type === "VariableDeclaration") this.#bind(node.left.declarations[0]!.id, item, own);
          const left = this.#iteration(node.body, own, label);
          if (left !== "next") return left;
        }
        return null;
      }
      default:
        throw new Error(`The reference does not run ${node.type}`);
    }
  }

  #loop(
    node: Extract<AnyNode, { type: "ForStatement" | "WhileStatement" | "DoWhileStatement" }>,
    scope: Scope,
    label: string | null,
  ): Leave {
    for (let first = true; ; first = false) {
      const tested = node.type === "DoWhileStatement" && first;
      if (!tested && node.test && !this.#value(node.test, scope)) return null;
      const left = this.#iteration(node.body, scope, label);
      if (left !== "next") return left;
      if (node.type === "ForStatement" && node.update) this.#value(node.update, scope);
    }
  }

  #iteration(body: AnyNode, scope: Scope, label: string | null): Leave | "next" {
    this.statements += 1;
    const left = this.#statement(body, scope, null);
    if (!left) return "next";
    const isOurs = left.kind !== "return" && (left.label === null || left.label === label);
    if (!isOurs) return left;
    return left.kind === "continue" ? "next" : null;
  }

  #try(node: Extract<AnyNode, { type: "TryStatement" }>, scope: Scope): Leave {
    let left: Leave = null;
    try {
      left = this.#statement(node.block, scope, null);
    } catch (thrown) {
      if (!node.handler) throw thrown;
      const own = scopeIn(scope, {});
      if (node.handler.param) this.#bind(node.handler.param, thrown, own);
      left = this.#statement(node.handler.body, own, null);
    } finally {
      const over = node.finalizer ? this.#statement(node.finalizer, scope, null) : null;
      if (over) left = over;
    }
    return left;
  }

  #switch(node: Extract<AnyNode, { type: "SwitchStatement" }>, scope: Scope): Leave {
    const own = scopeIn(scope, {});
    const wanted = this.#value(node.discriminant, own);
    let start = node.cases.findIndex((one) => one.test && this.#value(one.test, own) === wanted);
    if (start < 0) start = node.cases.findIndex((one) => !one.test);
    if (start < 0) return null;
    const left = this.#list(
      node.cases.slice(start).flatMap((one) => one.consequent),
      own,
    );
    return left?.kind === "break" && left.label === null ? null : left;
  }

  /** @param isParameter whether defaults count for themselves, and not as a part of their statement */
  #bind(pattern: AnyNode, value: unknown, scope: Scope, isParameter = false): void {
    if (pattern.type === "Identifier") scope.names[pattern.name] = value;
    else if (pattern.type === "AssignmentPattern") {
      const { left, right } = pattern;
      if (value !== undefined) this.#bind(left, value, scope, isParameter);
      else {
        if (isParameter && !/^Literal$|^Arrow|^FunctionE/.test(right.type)) this.statements += 1;
        this.#bind(left, this.#value(right, scope), scope, isParameter);
      }
    } else if (pattern.type === "ArrayPattern") {
      const items = [...(value as Iterable<unknown>)];
      for (const [index, element] of pattern.elements.entries()) {
        if (element) this.#bind(element, items[index], scope, isParameter);
      }
    } else if (pattern.type === "ObjectPattern") {
      for (const property of pattern.properties) {
        if (property.type !== "Property" || property.key.type !== "Identifier") throw new Error("not in the reference");
        this.#bind(property.value, (value as Record<string, unknown>)[property.key.name], scope, isParameter);
      }
    } else throw new Error(`The reference does not bind ${pattern.type}`);
  }

  #closure(node: AnyNode, scope: Scope): (...args: unknown[]) => unknown {
    if (!("params" in node) || !("body" in node)) throw new Error("not a function");
    const source = this.#source;
    return (...args) => {
      const own = scopeIn(scope, {});
      const outer = this.#source;
      this.#source = source;
      try {
        node.params.forEach((parameter, index) => {
          this.#bind(parameter, args[index], own, true);
        });
        const body = node.body as AnyNode;
        if (body.type === "BlockStatement") {
          if (hasNoStatements(body)) this.statements += 1;
          const left = this.#list(body.body, own);
          return left?.kind === "return" ? left.value : undefined;
        }
        this.statements += 1;
        return this.#value(body, own);
      } finally {
        this.#source = outer;
      }
    };
  }

  /** JavaScript evaluates the expression; the functions inside it are ours. */
  #value(node: AnyNode, scope: Scope): unknown {
    const functions: AnyNode[] = [];
    const text = this.#withoutFunctions(node, functions);
    const closures = functions.map((one) => this.#closure(one, scope));
    const evaluate = new Function("$scope", "$functions", `with ($scope) { return (${text}\n); }`);
    return evaluate(lookUp(scope), closures);
  }

  #withoutFunctions(node: AnyNode, found: AnyNode[]): string {
    const source = this.#source;
    const inner: AnyNode[] = [];
    collectFunctions(node, inner);
    let text = "";
    let at = node.start;
    for (const one of inner) {
      text += `${source.slice(at, one.start)}$functions[${found.length}]`;
      found.push(one);
      at = one.end;
    }
    return text + source.slice(at, node.end);
  }
}

function hasNoStatements(node: AnyNode): boolean {
  if (node.type === "BlockStatement") return node.body.every(hasNoStatements);
  if (node.type === "LabeledStatement") return hasNoStatements(node.body);
  if (node.type === "ExpressionStatement") return node.directive !== undefined;
  return node.type === "EmptyStatement" || node.type === "FunctionDeclaration";
}

function collectFunctions(node: AnyNode, found: AnyNode[]): void {
  if (node.type === "ArrowFunctionExpression" || node.type === "FunctionExpression") {
    found.push(node);
    return;
  }
  const children = Object.values(node)
    .flat()
    .filter((held) => typeof held?.type === "string") as AnyNode[];
  for (const child of children.sort((a, b) => a.start - b.start)) collectFunctions(child, found);
}

const scopeIn = (parent: Scope | null, names: Record<string, unknown>): Scope => ({ names, parent });

const lookUp = (scope: Scope): object => {
  const owner = (name: PropertyKey): Scope | undefined => {
    for (let at: Scope | null = scope; at; at = at.parent) if (Object.hasOwn(at.names, name)) return at;
    return undefined;
  };
  return new Proxy(
    {},
    {
      has: (_, name) => typeof name === "string" && owner(name) !== undefined,
      get: (_, name) => owner(name)?.names[String(name)],
      set: (_, name, value) => {
        owner(name)!.names[String(name)] = value;
        return true;
      },
    },
  );
};
