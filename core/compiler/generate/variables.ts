import type { Block, Item } from "@/core/compiler/analyse/plan";

/** Where each node's variable is declared. A node that nothing reads has none. */
export interface Variables {
  /** Declared by the step itself, as a constant. */
  constants: ReadonlySet<string>;
  /** Assigned by the step, declared elsewhere. */
  hoisted: ReadonlySet<string>;
  /** Declared before an item, because it is read outside the block its step stands in. */
  before(item: Item): readonly string[];
}

interface Place {
  block: Block;
  parent: Place | null;
  depth: number;
  /** The item of the parent's block that this block belongs to. */
  item: Item | null;
}

/**
 * Decides what is declared where.
 * @param reads the nodes whose output a step reads, and those that are read at the end of a loop's body
 */
export function variablesOf(
  main: Block,
  { readBy, readAtEndOf }: { readBy(id: string): Iterable<string>; readAtEndOf(id: string): Iterable<string> },
): Variables {
  const declared = new Map<string, Place>();
  const reads = new Map<string, Place[]>();
  visit({ block: main, parent: null, depth: 0, item: null });

  const constants = new Set<string>();
  const hoisted = new Map<Item, string[]>();
  for (const [id, places] of reads) {
    const own = declared.get(id);
    if (!own) continue;
    const common = places.reduce(commonPlace, own);
    if (common === own) constants.add(id);
    else append(hoisted, itemIn(common, own), id);
  }
  const assigned = new Set([...hoisted.values()].flat());
  return { constants, hoisted: assigned, before: (item) => hoisted.get(item) ?? [] };

  function visit(place: Place): void {
    for (const item of place.block.items) {
      if (item.kind === "step") {
        declared.set(item.id, place);
        for (const id of readBy(item.id)) if (!isRound(id, place)) append(reads, id, place);
      } else if (item.kind === "if") {
        for (const { test } of item.branches) for (const { from } of test) append(reads, from, place);
      }
      for (const block of blocksOf(item)) visit({ block, parent: place, depth: place.depth + 1, item });
    }
    const loop = place.item?.kind === "step" ? place.item.id : null;
    if (loop !== null) {
      for (const id of readAtEndOf(loop)) if (!isRound(id, place)) append(reads, id, place);
    }
  }
}

/** Inside its body a loop's name is a parameter. */
function isRound(id: string, place: Place): boolean {
  for (let at: Place | null = place; at; at = at.parent) if (at.item?.kind === "step" && at.item.id === id) return true;
  return false;
}

/** @returns the blocks inside an item */
function blocksOf(item: Item): Block[] {
  switch (item.kind) {
    case "step":
      return item.body ? [item.body] : [];
    case "if":
      return [...item.branches.map((branch) => branch.block), ...(item.otherwise ? [item.otherwise] : [])];
    case "parallel":
      return item.blocks;
    case "lines":
      return item.lines.map((line) => line.block);
  }
}

function commonPlace(a: Place, b: Place): Place {
  let [left, right] = [a, b];
  while (left !== right) {
    if (left.depth >= right.depth) left = left.parent!;
    else right = right.parent!;
  }
  return left;
}

/** The item of `outer`'s block in which the block of `inner` lies. */
function itemIn(outer: Place, inner: Place): Item {
  let at = inner;
  while (at.parent !== outer) at = at.parent!;
  return at.item!;
}

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
