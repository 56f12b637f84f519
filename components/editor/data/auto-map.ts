import type { DataEntry } from "@/components/editor/data/data-tree";
import type { DataSource } from "@/components/editor/data/use-data-in";
import { expression, type Value } from "@/core/values/value";

/**
 * Fills in inputs from earlier data of the same name: `firstName` from `First_Name`. The nearest step wins; an input
 * nothing fits stays empty.
 */
export function autoMap(names: readonly string[], sources: readonly DataSource[]): Record<string, Value> {
  const entries = [...sources].reverse().flatMap(({ entry }) => leaves(entry));
  return Object.fromEntries(
    names.flatMap((name) => {
      const found = entries.find((entry) => plain(entry.name) === plain(name));
      return found ? [[name, expression(found.code)] as const] : [];
    }),
  );
}

const leaves = (entry: DataEntry): DataEntry[] => entry.children.flatMap((child) => [child, ...leaves(child)]);

const plain = (name: string): string => name.replace(/[^A-Za-z0-9]/g, "").toLowerCase();
