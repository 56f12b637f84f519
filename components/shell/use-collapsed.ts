"use client";

import { useSyncExternalStore } from "react";

const KEY = "millrace.navigation";
const CHANGED = "millrace:navigation";

/** Where the navigation with its words would leave too little of the page. */
const NARROW = "(max-width: 767px)";

/** Whether the person wants the navigation as icons; kept in this browser. Until they say, a narrow window has icons. */
export function useCollapsed(): [boolean, (collapsed: boolean) => void] {
  const collapsed = useSyncExternalStore(subscribe, read, () => false);
  return [collapsed, write];
}

function read(): boolean {
  const kept = window.localStorage.getItem(KEY);
  return kept ? kept === "collapsed" : window.matchMedia(NARROW).matches;
}

function write(collapsed: boolean) {
  window.localStorage.setItem(KEY, collapsed ? "collapsed" : "open");
  window.dispatchEvent(new Event(CHANGED));
}

function subscribe(onChange: () => void) {
  window.addEventListener(CHANGED, onChange);
  window.addEventListener("storage", onChange);
  const narrow = window.matchMedia(NARROW);
  narrow.addEventListener("change", onChange);
  return () => {
    window.removeEventListener(CHANGED, onChange);
    window.removeEventListener("storage", onChange);
    narrow.removeEventListener("change", onChange);
  };
}
