import { either, NOTHING, plus, type Range } from "@/core/compiler/predict/range";

/** What a piece of code counts by how it is left: at its end (null when it never comes there), or by a jump. */
export interface FlowRanges {
  end: Range | null;
  /** By "return", "throw", "break", "break outer", "continue", … */
  jumps: ReadonlyMap<string, Range>;
}

export const endsWith = (end: Range): FlowRanges => ({ end, jumps: new Map() });

export const leavesBy = (jump: string, range: Range): FlowRanges => ({ end: null, jumps: new Map([[jump, range]]) });

/** One after the other. */
export function inSeries(parts: Iterable<FlowRanges>): FlowRanges {
  let end: Range | null = NOTHING;
  const jumps = new Map<string, Range>();
  for (const part of parts) {
    if (!end) break;
    for (const [jump, range] of part.jumps) addWay(jumps, jump, plus(end, range));
    end = part.end && plus(end, part.end);
  }
  return { end, jumps };
}

/** One of them. */
export function oneOf(parts: readonly FlowRanges[]): FlowRanges {
  const jumps = new Map<string, Range>();
  for (const part of parts) for (const [jump, range] of part.jumps) addWay(jumps, jump, range);
  return { end: parts.reduce<Range | null>((end, part) => either(part.end, end), null), jumps };
}

/** Jumps of these names end here. */
export function landing({ end, jumps }: FlowRanges, names: readonly string[]): FlowRanges {
  const rest = new Map(jumps);
  let landed = end;
  for (const name of names) {
    landed = either(jumps.get(name) ?? null, landed);
    rest.delete(name);
  }
  return { end: landed, jumps: rest };
}

/** Whichever way it is left. @returns null for what is never left */
export const anyWay = ({ end, jumps }: FlowRanges): Range | null =>
  [...jumps.values()].reduce<Range | null>((all, range) => either(range, all), end);

export function addWay(jumps: Map<string, Range>, jump: string, range: Range): void {
  jumps.set(jump, either(jumps.get(jump) ?? null, range));
}
