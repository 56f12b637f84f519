import { memo } from "react";

const COLOURS = {
  none: "color-mix(in oklch, var(--muted-foreground) 70%, transparent)",
  "not-taken": "color-mix(in oklch, var(--muted-foreground) 40%, transparent)",
  taken: "var(--state-succeeded)",
  failed: "var(--state-failed)",
  running: "var(--state-running)",
  open: "var(--primary)",
} as const;

/** The arrow heads lines end in, one a state; React Flow's own cannot follow the theme. */
export const LineMarkers = memo(function LineMarkers() {
  return (
    <svg aria-hidden className="pointer-events-none absolute size-0">
      <defs>
        {Object.entries(COLOURS).map(([state, colour]) => (
          <marker
            id={`step-arrow-${state}`}
            key={state}
            markerHeight="8"
            markerUnits="userSpaceOnUse"
            markerWidth="8"
            orient="auto-start-reverse"
            refX="5"
            refY="4"
            viewBox="0 0 8 8"
          >
            <path d="M1 1 L6 4 L1 7 Z" fill={colour} stroke={colour} strokeLinejoin="round" strokeWidth="1" />
          </marker>
        ))}
      </defs>
    </svg>
  );
});
