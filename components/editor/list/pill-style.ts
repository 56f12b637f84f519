/** The colour of a status pill's dot; the words beside it say the same. */
export const PILL_DOT = {
  "not-live": "bg-muted-foreground/50",
  live: "bg-state-succeeded",
  changed: "bg-state-succeeded ring-2 ring-state-handled/60",
  paused: "bg-state-handled",
} as const;
