import type { CSSProperties } from "react";
import { useEditor } from "@/components/editor/store/editor-context";
import { heatOf } from "@/components/editor/store/heat";

/** The strongest tint (percent of the colour). */
const HOTTEST = 55;

/** A step's share of the run's instructions while they are shown, from 0 to 1; null while they are not. */
export const useHeat = (nodeId: string): number | null =>
  useEditor((state) => (state.heat && state.run ? heatOf(state.run.steps).shareOf(nodeId) : null));

/** The tint of a share, over the colour of a card. */
export const heatColour = (share: number): string =>
  `color-mix(in oklch, var(--state-decision) ${Math.round(share * HOTTEST)}%, var(--card))`;

export const heatStyle = (share: number | null): CSSProperties =>
  share === null ? {} : { backgroundColor: heatColour(share) };
