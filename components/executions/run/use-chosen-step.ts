"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useCallback } from "react";
import type { ExecutionDetail } from "@/server/executions/get-execution";

/**
 * The step the page shows, kept in the address as `?step=`. At first it is the one that went wrong, else the last one
 * that was reached.
 */
export function useChosenStep(run: ExecutionDetail): [string | null, (nodeId: string) => void] {
  const asked = useSearchParams().get("step");
  const path = usePathname();
  const router = useRouter();
  const known = run.document.nodes.some(({ id }) => id === asked);
  const wrong = run.causes.find(({ step }) => step)?.step?.nodeId;
  const chosen = known ? asked : (wrong ?? run.steps.at(-1)?.nodeId ?? null);
  const choose = useCallback(
    (nodeId: string) => router.replace(`${path}?step=${encodeURIComponent(nodeId)}`, { scroll: false }),
    [router, path],
  );
  return [chosen, choose];
}
