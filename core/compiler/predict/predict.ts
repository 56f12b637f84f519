import type { Analysis } from "@/core/compiler/analyse/analyse";
import type { LiveNode } from "@/core/compiler/analyse/live-graph";
import type { Block, Item } from "@/core/compiler/analyse/plan";
import { anyWay, endsWith, type FlowRanges, inSeries, leavesBy, oneOf } from "@/core/compiler/predict/flow-ranges";
import { predictBody, predictFormula, predictFunction } from "@/core/compiler/predict/predict-code";
import { exactly, NOTHING, perhaps, plus, type Range, repeated } from "@/core/compiler/predict/range";
import { ERROR } from "@/core/graph/document";
import { parseFormula } from "@/core/values/parse-code";
import type { Value } from "@/core/values/value";
import { formulasIn, valuesIn } from "@/core/values/values-in";

/** How many statements something that does not fail will count. */
export interface PredictedCount {
  min: number;
  /** Null where it depends on what is only known when it runs. */
  max: number | null;
  exact: boolean;
}

export interface Prediction {
  /** The whole automation. */
  total: PredictedCount;
  /** One turn of each step that runs code of the user's. */
  steps: Record<string, PredictedCount>;
}

/** Predicts what an automation without errors counts, as far as its code alone says. */
export function predict(analysis: Analysis): Prediction {
  const ranges = new Map<string, Range>();
  for (const node of analysis.nodes.values()) ranges.set(node.id, rangeOfStep(node, analysis));
  const whole = anyWay(ofBlock(analysis.plan)) ?? exactly(1);
  const steps = [...ranges].filter(([id, { max }]) => max !== 1 || runsCode(id));
  return { total: toCount(whole), steps: Object.fromEntries(steps.map(([id, range]) => [id, toCount(range)])) };

  function runsCode(id: string): boolean {
    return analysis.functionOf(id) !== undefined || analysis.codeNodes.some((code) => code.id === id);
  }

  function ofBlock({ items }: Block): FlowRanges {
    return inSeries(items.map(ofItem));
  }

  function ofItem(item: Item): FlowRanges {
    switch (item.kind) {
      case "step":
        return ofStep(analysis.nodes.get(item.id)!, item.body);
      case "if":
        return oneOf([
          ...item.branches.map(({ block }) => ofBlock(block)),
          item.otherwise ? ofBlock(item.otherwise) : endsWith(NOTHING),
        ]);
      case "parallel":
        return together(item.blocks.map(ofBlock));
      case "lines":
        return together(item.lines.map(({ block }) => ofBlock(block)));
    }
  }

  function ofStep(node: LiveNode, body: Block | undefined): FlowRanges {
    const tries = { min: 1, max: triesOf(node) };
    // What fails and is caught may have counted less.
    const once = node.catches ? { min: 1, max: ranges.get(node.id)!.max } : ranges.get(node.id)!;
    const own = repeated(once, tries);
    if (body) return ofLoop(node, own, tries, ofBlock(body));
    const goesOn = node.ways.some((way) => way !== ERROR);
    return goesOn || node.type.isTrigger ? endsWith(own) : leavesBy(node.type.endsRound ?? "return", own);
  }

  /** Rounds that are ended early, by a jump or by another round's, count less. */
  function ofLoop(node: LiveNode, own: Range, tries: Range, body: FlowRanges): FlowRanges {
    const round = anyWay(body) ?? NOTHING;
    const rounds = roundsOf(node);
    const times = { min: rounds ?? 0, max: (rounds ?? Number.POSITIVE_INFINITY) * tries.max };
    const all = plus(own, repeated(body.jumps.size === 0 && !node.catches ? round : perhaps(round), times));
    return body.jumps.has("return") ? { end: all, jumps: new Map([["return", all]]) } : endsWith(all);
  }
}

/** Branches at the same time: one that ends the execution leaves the others where they are. */
function together(parts: readonly FlowRanges[]): FlowRanges {
  const all = parts.map((part) => anyWay(part) ?? NOTHING);
  const ending = parts.flatMap(({ jumps }) => [...jumps]);
  const end = parts.every((part) => part.end) ? plus(...parts.map((part) => part.end!)) : null;
  const max = plus(...all).max;
  return {
    end,
    jumps: new Map(ending.map(([jump]) => [jump, { min: Math.min(...ending.map(([, { min }]) => min)), max }])),
  };
}

function rangeOfStep(node: LiveNode, analysis: Analysis): Range {
  const code = analysis.codeNodes.find(({ id }) => id === node.id);
  const name = analysis.functionOf(node.id);
  const called = analysis.functions.find((one) => one.name === name);
  const own = plus(
    code ? predictBody(code.source) : NOTHING,
    called ? predictFunction(called.source, called.name) : NOTHING,
    ...valuesIn(node.config).map(({ path, value }) => rangeOfSetting(node, path, value)),
  );
  return { min: Math.max(1, own.min), max: Math.max(1, own.max) };
}

/** A formula that is asked for each item of a list is one that nobody can count. */
function rangeOfSetting(node: LiveNode, path: string, value: Value): Range {
  const isPerItem = (node.type.localNames?.(path, node.context.node) ?? []).length > 0;
  const range = plus(...formulasIn(value).map(predictFormula));
  return isPerItem ? { min: 0, max: Number.POSITIVE_INFINITY } : perhaps(range);
}

const triesOf = ({ context }: LiveNode): number => context.node.policy?.retry?.attempts ?? 1;

/** @returns how many items stand in the list itself; null for a list that comes from elsewhere */
function roundsOf({ config }: LiveNode): number | null {
  const items = config.items as Value | undefined;
  if (items?.kind === "literal") return Array.isArray(items.value) ? items.value.length : null;
  if (items?.kind !== "expression") return null;
  const parsed = parseFormula(items.code);
  if ("fault" in parsed || parsed.tree.type !== "ArrayExpression") return null;
  const { elements } = parsed.tree;
  return elements.some((element) => element?.type === "SpreadElement") ? null : elements.length;
}

const toCount = ({ min, max }: Range): PredictedCount => ({
  min,
  max: Number.isFinite(max) ? max : null,
  exact: min === max,
});
