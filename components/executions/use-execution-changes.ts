"use client";

import { useSubscription } from "@trpc/tanstack-react-query";
import { useCallback, useEffect, useRef } from "react";
import { useTRPC } from "@/components/trpc";

/** A busy workspace has hundreds of changes a second; pages look once in this time. */
const LOOK_EVERY_MS = 700;

/**
 * Calls `onChange` soon after executions changed, at most about once a second.
 *
 * @param id only this execution's changes
 */
export function useExecutionChanges(
  onChange: () => void,
  { id, enabled = true }: { id?: string; enabled?: boolean } = {},
) {
  const trpc = useTRPC();
  const latest = useRef(onChange);
  latest.current = onChange;
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const onData = useCallback(() => {
    timer.current ??= setTimeout(() => {
      timer.current = null;
      latest.current();
    }, LOOK_EVERY_MS);
  }, []);
  useEffect(() => () => clearTimeout(timer.current ?? undefined), []);
  useSubscription(trpc.executions.changes.subscriptionOptions(id ? { id } : {}, { enabled, onData }));
}
