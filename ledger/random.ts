/** Numbers that only the seed decides (mulberry32), so that a run's faults come again with its seed. */
export interface Random {
  /** @returns a number from 0 up to, and without, 1 */
  next(): number;
  /** @returns a whole number from `least` to `most` */
  between(least: number, most: number): number;
  pick<T>(list: readonly T[]): T;
}

/** @param seed a whole number of 32 bits */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return { next, between, pick: (list) => list[between(0, list.length - 1)]! };
}
