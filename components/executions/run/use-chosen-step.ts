"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useCallback } from "react";
import type { ExecutionDetail } from "@/server/executions/get-execution";

export interface ChosenStep {
  step: string | null;
  /** The round of a loop that is shown: a path of the journal; null for the one that says most. */
  round: string | null;
}

/**
 * The step the page shows, and in a loop its round, kept in the address as `?step=` and `?round=`. At first it is the one
 * that went wrong, else the last one that was reached.
 */
export function useChosenStep(run: ExecutionDetail): [ChosenStep, (step: string, round?: string | null) => void] {
  const asked = useSearchParams();
  const path = usePathname();
  const router = useRouter();
  const step = asked.get("step");
  const round = asked.get("round");
  const known = run.document.nodes.some(({ id }) => id === step);
  const wrong = run.causes.find((cause) => cause.step)?.step;
  const first = wrong?.nodeId ?? run.steps.at(-1)?.nodeId ?? null;
  const chosen = { step: known ? step : first, round: run.steps.some((each) => each.path === round) ? round : null };
  const choose = useCallback(
    (nodeId: string, next: string | null = round) => {
      const query = new URLSearchParams({ step: nodeId, ...(next !== null && { round: next }) });
      router.replace(`${path}?${query}`, { scroll: false });
    },
    [router, path, round],
  );
  return [chosen, choose];
}
