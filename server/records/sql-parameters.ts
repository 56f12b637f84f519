/** Collects the values of one statement; every value reaches PostgreSQL as a parameter, never as text. */
export class SqlParameters {
  readonly values: unknown[] = [];

  /** @returns the placeholder of a value: "$3". */
  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}
