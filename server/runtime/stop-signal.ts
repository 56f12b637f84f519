import { setMaxListeners } from "node:events";
import type { App } from "@/server/app";

const stops = new WeakMap<App, AbortController>();

function stopOf(app: App): AbortController {
  const stop = stops.get(app) ?? new AbortController();
  if (!stops.has(app)) setMaxListeners(0, stop.signal);
  stops.set(app, stop);
  return stop;
}

/** @returns aborts when the process is on its way down: who waits here for what runs elsewhere is told where it stands. */
export const stopSignal = (app: App): AbortSignal => stopOf(app).signal;

/** Tells everybody who waits here that the process is on its way down. */
export const announceStop = (app: App): void => stopOf(app).abort();
