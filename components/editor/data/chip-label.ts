import { dataPath } from "@/components/editor/data/data-path";
import type { DataEntry } from "@/components/editor/data/data-tree";
import type { DataSource } from "@/components/editor/data/use-data-in";

/**
 * How a piece of data reads on its chip: "Lead › Email", or the names in the formula where the data is not known.
 */
export function chipLabel(code: string, sources: readonly DataSource[]): string {
  const path = dataPath(code);
  if (!path) return code;
  const source = sources.find(({ entry }) => entry.name === path[0]);
  if (!source) return path.join(" › ");
  const labels = [source.entry.label];
  let entry: DataEntry | undefined = source.entry;
  for (const key of path.slice(1)) {
    entry = entry?.children.find((child) => child.name === key);
    labels.push(entry?.label ?? key);
  }
  // "Button pressed › Lead › Email" says no more than "Lead › Email".
  return (labels.length > 2 ? labels.slice(-2) : labels).join(" › ");
}
