"use client";

import { useState } from "react";
import type { CheckedCaller } from "@/server/functions/check-callers";

/** Which callers take a new version at once: all it works in, less those that were unticked. */
export function useChosenCallers(callers: readonly CheckedCaller[]) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const able = callers.filter(({ outcome }) => outcome === "works").map(({ automationId }) => automationId);
  const chosen = new Set(able.filter((id) => !left.has(id)));
  const onChoose = (automationId: string, isChosen: boolean) => {
    const next = new Set(left);
    if (isChosen) next.delete(automationId);
    else next.add(automationId);
    setLeft(next);
  };
  return { chosen, onChoose };
}
