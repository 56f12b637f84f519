import type { Step } from "@/server/runtime/sandbox/prelude/step";

const MAX_LINES = 500;

/** @returns the JSON text of a step's `StepLines` */
export function linesText({ meter, counts }: Step): string {
  if (!meter) return "null";
  const [part, places] = meter;
  const lines = new Map<number, number>();
  const add = (line: number, count: number): void => {
    if (lines.has(line) || lines.size < MAX_LINES) lines.set(line, (lines.get(line) ?? 0) + count);
  };
  for (let at = 1; at < places.length; at++) {
    const counted = counts[at] ?? 0;
    const place = places[at] ?? 0;
    if (counted === 0) continue;
    if (typeof place === "number") add(place, counted);
    else addPairs(place, counted, add);
  }
  return JSON.stringify({ [part]: Object.fromEntries(lines) });
}

/** Each time the place was passed counted every pair once. */
function addPairs(pairs: readonly number[], counted: number, add: (line: number, count: number) => void): void {
  let once = 0;
  for (let at = 1; at < pairs.length; at += 2) once += pairs[at] ?? 0;
  for (let at = 0; at < pairs.length; at += 2) add(pairs[at] ?? 0, (counted / once) * (pairs[at + 1] ?? 0));
}
