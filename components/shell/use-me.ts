"use client";

import { createContext, useContext } from "react";
import type { Me } from "@/server/users/read-me";

/** Given by `AppShell`. */
export const MeContext = createContext<Me | null>(null);

/**
 * Who is signed in, with role and workspace; for pages inside the shell.
 *
 * @throws when used outside of it
 */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error("useMe is for pages inside AppShell");
  return me;
}
