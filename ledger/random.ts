import { randomFrom } from "@/core/compiler/reference/random-from";

/** Numbers that only the seed decides, so that a run's faults come again with its seed. */
export interface Random {
  /** @returns a number from 0 up to, and without, 1 */
  next(): number;
  /** @returns a whole number from `least` to `most` */
  between(least: number, most: number): number;
  pick<T>(list: readonly T[]): T;
}

/** @param seed a whole number of 32 bits */
export function randomOf(seed: number): Random {
  const next = randomFrom(seed);
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return { next, between, pick: (list) => list[between(0, list.length - 1)]! };
}
