"use client";

import { useSyncExternalStore } from "react";

const KEY = "millrace.navigation";
const CHANGED = "millrace:navigation";

/** Whether the person wants the navigation as icons; kept in this browser. */
export function useCollapsed(): [boolean, (collapsed: boolean) => void] {
  const collapsed = useSyncExternalStore(subscribe, read, () => false);
  return [collapsed, write];
}

const read = () => window.localStorage.getItem(KEY) === "collapsed";

function write(collapsed: boolean) {
  window.localStorage.setItem(KEY, collapsed ? "collapsed" : "open");
  window.dispatchEvent(new Event(CHANGED));
}

function subscribe(onChange: () => void) {
  window.addEventListener(CHANGED, onChange);
  window.addEventListener("storage", onChange);
  return () => {
    window.removeEventListener(CHANGED, onChange);
    window.removeEventListener("storage", onChange);
  };
}
