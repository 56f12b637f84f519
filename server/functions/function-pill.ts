/** What the one status pill of a function says. */
export interface FunctionPill {
  state: "not-published" | "published" | "changed";
  /** The number of the newest version; 0 while there is none. */
  version: number;
}

/** @returns the pill of a function, from its row. */
export function functionPill(row: {
  latestVersion: number;
  revision: number;
  publishedRevision: number | null;
}): FunctionPill {
  const { latestVersion: version, revision, publishedRevision } = row;
  if (version === 0) return { state: "not-published", version };
  return { state: revision === publishedRevision ? "published" : "changed", version };
}
