import type { LineSpan } from "@/core/compiler/program";

/** What one count adds: the user's line of its one statement, or pairs of a line and how many of its statements. */
type Site = number | number[];

/**
 * Where the counts of one factory stand in the user's own text. A count names its place in this list, which the program
 * carries beside the factory: so the counter adds to one cell of an array, whatever number of lines a count stands for.
 */
export class LineSites {
  readonly #span: LineSpan;
  /** The first is for counts that stand nowhere. */
  readonly #sites: Site[] = [0];

  /** @param span where in the module the user's text stands */
  constructor(span: LineSpan) {
    this.#span = span;
  }

  /** @param lines the module's line of each statement a count counts. @returns the place of the count */
  placeOf(lines: readonly number[]): number {
    const { from, userLine = 1 } = this.#span;
    const perLine = new Map<number, number>();
    for (const line of lines) perLine.set(line, (perLine.get(line) ?? 0) + 1);
    const pairs = [...perLine].map(([line, count]) => [userLine + line - from, count]);
    this.#sites.push(pairs.length === 1 ? pairs[0]![0]! : pairs.flat());
    return this.#sites.length - 1;
  }

  /** @returns the `LineMeter` as it stands in the program */
  text(): string {
    const { part, functionName } = this.#span;
    return JSON.stringify([part === "function" ? `function:${functionName}` : "code", this.#sites]);
  }
}
