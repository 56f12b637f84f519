import { useSyncExternalStore } from "react";

/** Below this width the palette is a rail and the inspector lies over the canvas. */
const NARROW = "(max-width: 1279px)";

/** Whether the window is too narrow for palette, canvas and inspector side by side. */
export const useNarrow = (): boolean =>
  useSyncExternalStore(
    (onChange) => {
      const query = window.matchMedia(NARROW);
      query.addEventListener("change", onChange);
      return () => query.removeEventListener("change", onChange);
    },
    () => window.matchMedia(NARROW).matches,
    () => false,
  );
