"use client";

import type { ReactNode } from "react";

/** The frame of every page of a workspace. */
export function AppShell({ children }: { children: ReactNode }) {
  return <main className="flex h-screen min-w-0 flex-col overflow-y-auto">{children}</main>;
}
