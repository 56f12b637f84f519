import type { AnyNode, Statement } from "acorn";
import {
  addWay,
  anyWay,
  endsWith,
  type FlowRanges,
  inSeries,
  landing,
  leavesBy,
  oneOf,
} from "@/core/compiler/predict/flow-ranges";
import { knownRounds } from "@/core/compiler/predict/known-rounds";
import { type FunctionNode, isFunction, localFunctions } from "@/core/compiler/predict/local-functions";
import { either, exactly, NOTHING, perhaps, plus, type Range, repeated } from "@/core/compiler/predict/range";
import { parseBody, parseFormula, parseModule } from "@/core/values/parse-code";
import { childNodes } from "@/core/values/syntax-tree";

const ANY: Range = { min: 0, max: Number.POSITIVE_INFINITY };

/** What the body of a code node counts when nothing in it fails. Code that cannot be read may count anything. */
export function predictBody(source: string): Range {
  const parsed = parseBody(source);
  if ("fault" in parsed) return ANY;
  const code = new Code(parsed.tree);
  return code.whole(code.list(parsed.tree.body as Statement[]));
}

/** What a call of a function counts, with the declarations beside it. @param source its module */
export function predictFunction(source: string, name: string): Range {
  const parsed = parseModule(source);
  if ("fault" in parsed) return ANY;
  const statements = parsed.tree.body.flatMap((one) => {
    if (one.type === "ExportNamedDeclaration") return one.declaration ? [one.declaration] : [];
    return [one];
  }) as Statement[];
  const called = statements.find((one) => one.type === "FunctionDeclaration" && one.id?.name === name);
  const code = new Code(parsed.tree, name);
  if (called?.type !== "FunctionDeclaration" || called.generator) return ANY;
  return code.whole(inSeries([code.list(statements), endsWith(code.call(called))]));
}

/** What a formula counts: nothing, unless it holds functions. */
export function predictFormula(source: string): Range {
  if (!MAY_HOLD_FUNCTIONS.test(source)) return NOTHING;
  const parsed = parseFormula(source);
  if ("fault" in parsed) return ANY;
  const code = new Code(parsed.tree);
  return code.whole(endsWith(code.value(parsed.tree)));
}

/** A cheap look, as most formulas hold none: an arrow, a class, or a bracket of each kind. */
const MAY_HOLD_FUNCTIONS = /=>|class|\([\s\S]*\{|\{[\s\S]*\(/;

class Code {
  readonly #functions: ReadonlyMap<string, FunctionNode>;
  readonly #othersMayRun: boolean;
  readonly #inside = new Set<FunctionNode>();
  readonly #known = new Map<FunctionNode, Range>();

  constructor(tree: AnyNode, entry?: string) {
    const { called, othersMayRun } = localFunctions(tree, entry);
    this.#functions = called;
    this.#othersMayRun = othersMayRun;
  }

  whole(flow: FlowRanges): Range {
    const { min, max } = anyWay(flow) ?? ANY;
    return { min, max: this.#othersMayRun ? Number.POSITIVE_INFINITY : max };
  }

  /** One call of a function; one that comes to call itself may count anything. */
  call(called: FunctionNode): Range {
    const known = this.#known.get(called);
    if (known) return known;
    if (this.#inside.has(called)) return ANY;
    this.#inside.add(called);
    const given = plus(...called.params.map((parameter) => this.#defaults(parameter)));
    const { body } = called;
    const isEmpty = body.type !== "BlockStatement" || body.body.every(countsNothing);
    const own = body.type === "BlockStatement" ? (anyWay(this.list(body.body)) ?? ANY) : this.value(body);
    this.#inside.delete(called);
    const range = plus(given, isEmpty ? exactly(1) : NOTHING, own);
    this.#known.set(called, range);
    return range;
  }

  list(statements: readonly Statement[]): FlowRanges {
    return inSeries(statements.map((statement) => this.#statement(statement, [])));
  }

  /** What evaluating an expression counts by the functions it calls. */
  value(node: AnyNode | null | undefined): Range {
    if (!node || isFunction(node)) return NOTHING;
    switch (node.type) {
      case "ConditionalExpression":
        return plus(this.value(node.test), either(this.value(node.consequent), this.value(node.alternate)));
      case "LogicalExpression":
        return plus(this.value(node.left), perhaps(this.value(node.right)));
      case "AssignmentPattern":
        return plus(this.value(node.left), perhaps(this.value(node.right)));
      case "AssignmentExpression":
        return plus(
          this.value(node.left),
          /^(&&|\|\||\?\?)/.test(node.operator) ? perhaps(this.value(node.right)) : this.value(node.right),
        );
      case "ChainExpression":
        return perhaps(this.value(node.expression));
      case "CallExpression": {
        const called = node.callee.type === "Identifier" ? this.#functions.get(node.callee.name) : undefined;
        return plus(...childNodes(node).map((child) => this.value(child)), called ? this.call(called) : NOTHING);
      }
      default:
        return plus(...childNodes(node).map((child) => this.value(child)));
    }
  }

  #defaults(pattern: AnyNode): Range {
    if (pattern.type !== "AssignmentPattern") return plus(...childNodes(pattern).map((child) => this.#defaults(child)));
    const isPlain = pattern.right.type === "Literal" || isFunction(pattern.right);
    const own = plus(isPlain ? NOTHING : exactly(1), this.value(pattern.right));
    return plus(this.#defaults(pattern.left), perhaps(own));
  }

  /** @param labels those that stand before it */
  #statement(node: Statement, labels: readonly string[]): FlowRanges {
    const one = (...values: (AnyNode | null | undefined)[]): FlowRanges =>
      endsWith(plus(exactly(1), ...values.map((value) => this.value(value))));
    const jump = (name: string, value?: AnyNode | null) => leavesBy(name, one(value).end!);
    switch (node.type) {
      case "EmptyStatement":
      case "FunctionDeclaration":
        return endsWith(NOTHING);
      case "BlockStatement":
        return this.list(node.body);
      case "LabeledStatement": {
        const { name } = node.label;
        return landing(this.#statement(node.body, [...labels, name]), [`break ${name}`]);
      }
      case "ExpressionStatement":
        return node.directive === undefined ? one(node.expression) : endsWith(NOTHING);
      case "ReturnStatement":
        return jump("return", node.argument);
      case "ThrowStatement":
        return jump("throw", node.argument);
      case "BreakStatement":
        return jump(node.label ? `break ${node.label.name}` : "break");
      case "ContinueStatement":
        return jump(node.label ? `continue ${node.label.name}` : "continue");
      case "IfStatement": {
        const otherwise = node.alternate ? this.#statement(node.alternate, []) : endsWith(NOTHING);
        return inSeries([one(node.test), oneOf([this.#statement(node.consequent, []), otherwise])]);
      }
      case "SwitchStatement":
        return this.#switch(node, one(node.discriminant));
      case "TryStatement":
        return this.#try(node);
      case "ForStatement":
      case "ForOfStatement":
      case "ForInStatement":
      case "WhileStatement":
      case "DoWhileStatement":
        return this.#loop(node, labels);
      default:
        return one(node);
    }
  }

  #switch(node: Extract<Statement, { type: "SwitchStatement" }>, reached: FlowRanges): FlowRanges {
    const tests = perhaps(plus(...node.cases.map(({ test }) => this.value(test))));
    const lists = node.cases.map(({ consequent }) => this.list(consequent));
    const ways = lists.map((_, at) => inSeries(lists.slice(at)));
    if (node.cases.every(({ test }) => test)) ways.push(endsWith(NOTHING));
    return inSeries([reached, endsWith(tests), landing(oneOf(ways), ["break"])]);
  }

  /** Anything in the block may fail, wherever it is. */
  #try({ block, handler, finalizer }: Extract<Statement, { type: "TryStatement" }>): FlowRanges {
    const tried = this.list(block.body);
    const failed = perhaps(anyWay(tried) ?? NOTHING);
    const jumps = new Map(tried.jumps);
    jumps.delete("throw");
    const handled: FlowRanges = handler
      ? inSeries([endsWith(plus(failed, this.value(handler.param))), this.list(handler.body.body)])
      : leavesBy("throw", failed);
    const left = oneOf([{ end: tried.end, jumps }, handled]);
    const after = finalizer ? this.list(finalizer.body) : endsWith(NOTHING);
    // Whatever the way out was, `finally` comes before it, and may take another.
    const ways = new Map<string, Range>();
    for (const [jump, range] of left.jumps) if (after.end) addWay(ways, jump, plus(range, after.end));
    const before = either(failed, anyWay(left));
    for (const [jump, range] of after.jumps) addWay(ways, jump, plus(before ?? NOTHING, range));
    const end = left.end && after.end && plus(left.end, after.end);
    return inSeries([endsWith(exactly(1)), { end, jumps: ways }]);
  }

  #loop(
    node: Extract<
      Statement,
      { type: "ForStatement" | "ForOfStatement" | "ForInStatement" | "WhileStatement" | "DoWhileStatement" }
    >,
    labels: readonly string[],
  ): FlowRanges {
    const isCounted = node.type === "ForStatement" || node.type === "ForOfStatement";
    const known = isCounted ? knownRounds(node) : null;
    const body = landing(inSeries([endsWith(exactly(1)), this.#statement(node.body, [])]), [
      "continue",
      ...labels.map((label) => `continue ${label}`),
    ]);
    const first = node.type === "ForStatement" ? node.init : "right" in node ? node.right : null;
    const start = plus(exactly(1), first?.type === "VariableDeclaration" ? this.#declared(first) : this.value(first));
    // What is evaluated each time round, beside the body.
    const head = this.#eachTime(node);
    const round = body.end && plus(body.end, head);
    const times = known === null ? ANY : exactly(known);
    const before = round === null ? NOTHING : repeated(round, { min: 0, max: Math.max(0, times.max - 1) });
    const jumps = new Map<string, Range>();
    if (times.max > 0)
      for (const [jump, range] of body.jumps) addWay(jumps, jump, plus(start, perhaps(head), before, range));
    const turns = node.type === "DoWhileStatement" ? { ...times, min: 1 } : times;
    const isEndless = (node.type === "ForStatement" || node.type === "WhileStatement") && !node.test;
    let end: Range | null = null;
    if (!isEndless) {
      if (round) end = plus(start, repeated(round, turns), perhaps(head));
      else if (turns.min === 0) end = plus(start, perhaps(head));
    }
    return landing({ end, jumps }, ["break"]);
  }

  #declared(declaration: Extract<AnyNode, { type: "VariableDeclaration" }>): Range {
    return plus(...declaration.declarations.map((one) => this.value(one)));
  }

  /** Zero for a loop without calls in its head. */
  #eachTime(node: AnyNode): Range {
    const heads: (AnyNode | null | undefined)[] = [];
    if (node.type === "ForStatement") heads.push(node.test, node.update);
    else if (node.type === "WhileStatement" || node.type === "DoWhileStatement") heads.push(node.test);
    else if (node.type === "ForOfStatement" || node.type === "ForInStatement") heads.push(node.left);
    return perhaps(plus(...heads.map((one) => this.value(one))));
  }
}

function countsNothing(statement: Statement): boolean {
  if (statement.type === "BlockStatement") return statement.body.every(countsNothing);
  if (statement.type === "LabeledStatement") return countsNothing(statement.body);
  if (statement.type === "ExpressionStatement") return statement.directive !== undefined;
  return statement.type === "EmptyStatement" || statement.type === "FunctionDeclaration";
}
