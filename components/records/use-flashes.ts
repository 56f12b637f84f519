"use client";

import { useCallback, useEffect, useState } from "react";
import type { Flashes } from "@/components/records/record-fields";

const SHOWN_MS = 10_000;

/** Fields to mark as just changed, each with its old value; they fade by themselves. */
export function useFlashes(): [Flashes, (changed: Flashes) => void] {
  const [flashes, setFlashes] = useState<Flashes>({});
  useEffect(() => {
    if (Object.keys(flashes).length === 0) return;
    const timer = setTimeout(() => setFlashes({}), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [flashes]);
  return [flashes, useCallback((changed: Flashes) => setFlashes(changed), [])];
}
