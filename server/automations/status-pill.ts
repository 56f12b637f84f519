/** What the one status pill of an automation says. Click targets and words are the page's. */
export interface StatusPill {
  state: "not-live" | "live" | "changed" | "paused";
  /** The number of the live version. */
  version: number | null;
}

/** Facts of the automation's row that decide its pill. */
export interface PillFacts {
  paused: boolean;
  revision: number;
  publishedRevision: number | null;
  liveVersionNumber: number | null;
}

/** @returns the pill of an automation; paused wins over changes that are not published. */
export function statusPill({ paused, revision, publishedRevision, liveVersionNumber }: PillFacts): StatusPill {
  if (liveVersionNumber === null) return { state: "not-live", version: null };
  if (paused) return { state: "paused", version: liveVersionNumber };
  return { state: revision === publishedRevision ? "live" : "changed", version: liveVersionNumber };
}
