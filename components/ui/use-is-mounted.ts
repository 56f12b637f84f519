"use client";

import { useSyncExternalStore } from "react";

/** @returns false on the server and in the first render, true from then on: for what only the browser knows. */
export const useIsMounted = (): boolean =>
  useSyncExternalStore(
    subscribeToNothing,
    () => true,
    () => false,
  );

const subscribeToNothing = () => () => {};
