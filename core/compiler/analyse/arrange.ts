/** How nodes that wait for each other are laid out: in nested rows, or, where that cannot be, as named lines. */
export type Arrangement =
  | { kind: "single"; id: string }
  /** Each part after the one before. */
  | { kind: "series"; parts: string[][] }
  /** All parts at the same time. */
  | { kind: "parallel"; parts: string[][] }
  | { kind: "lines"; ids: string[]; after: (id: string) => string[] };

/**
 * Arranges nodes by who waits for whom. Parts that nothing connects run together; parts of which everything in the second
 * waits for everything in the first run one after the other; what is neither does not nest.
 *
 * @param ids in topological order
 * @param waitsFor the nodes one waits for; those not among `ids` are done already
 */
export function arrange(ids: readonly string[], waitsFor: (id: string) => string[]): Arrangement {
  if (ids.length === 1) return { kind: "single", id: ids[0]! };
  const before = everythingBefore(ids, waitsFor);
  const related = (a: string, b: string) => before.get(a)!.has(b) || before.get(b)!.has(a);
  const apart = components(ids, related);
  if (apart.length > 1) return { kind: "parallel", parts: apart };
  const rows = components(ids, (a, b) => !related(a, b));
  if (rows.length > 1) return { kind: "series", parts: rows };
  const known = new Set(ids);
  return {
    kind: "lines",
    ids: [...ids],
    after: (id) => [...new Set(waitsFor(id))].filter((other) => known.has(other)),
  };
}

function everythingBefore(ids: readonly string[], waitsFor: (id: string) => string[]): Map<string, Set<string>> {
  const before = new Map<string, Set<string>>();
  for (const id of ids) {
    const own = new Set<string>();
    for (const other of waitsFor(id)) {
      const further = before.get(other);
      if (!further) continue;
      own.add(other);
      for (const each of further) own.add(each);
    }
    before.set(id, own);
  }
  return before;
}

/** The connected components, each in the given order, ordered by their first member. */
function components(ids: readonly string[], joined: (a: string, b: string) => boolean): string[][] {
  const left = new Set(ids);
  const found: string[][] = [];
  for (const start of ids) {
    if (!left.delete(start)) continue;
    const members = [start];
    for (const member of members) {
      for (const other of left) {
        if (!joined(member, other)) continue;
        left.delete(other);
        members.push(other);
      }
    }
    const component = new Set(members);
    found.push(ids.filter((id) => component.has(id)));
  }
  return found;
}
