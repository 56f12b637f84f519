/** How many statements something counts: at least and at most; without an end where nobody can know. */
export interface Range {
  min: number;
  max: number;
}

export const NOTHING: Range = { min: 0, max: 0 };

export const exactly = (count: number): Range => ({ min: count, max: count });

export const plus = (...ranges: Range[]): Range =>
  ranges.reduce((sum, { min, max }) => ({ min: sum.min + min, max: sum.max + max }), NOTHING);

/** @param times how often; zero times anything is nothing */
export const repeated = ({ min, max }: Range, times: Range): Range => ({
  min: min * times.min,
  max: max === 0 || times.max === 0 ? 0 : max * times.max,
});

/** One of two; a way that cannot be taken is null. */
export function either<T extends Range | null>(a: Range | null, b: T): Range | T {
  if (!a || !b) return a ?? b;
  return { min: Math.min(a.min, b.min), max: Math.max(a.max, b.max) };
}

/** Perhaps not at all. */
export const perhaps = ({ max }: Range): Range => ({ min: 0, max });
