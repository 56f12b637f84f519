"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { TRPCClientError } from "@trpc/client";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { uuidv7 } from "uuidv7";
import { showPressResult } from "@/components/records/press/press-toast";
import type { LiveButton, PressResult } from "@/components/records/press/use-buttons";
import { useErrorSentence, useTRPC } from "@/components/trpc";
import { toast } from "@/components/ui/toast";
import type { CrmModule } from "@/core/records/field-types";

export interface PressTarget {
  crmModule: CrmModule;
  recordId: string;
  recordName: string;
}

interface UsePressOptions {
  target: PressTarget;
  /** Called with every result while the page is open; true when the page itself shows the failure. */
  onResult?: (result: PressResult, button: LiveButton) => boolean;
}

/** One press at a time: what is being asked, what runs, and for how long. */
export interface Press {
  target: PressTarget;
  /** The button whose question is open. */
  asking: LiveButton | null;
  running: { button: LiveButton; since: number } | null;
  /** The label of the step that is running, once it takes longer than a second. */
  step: string | null;
  /** Asks the button's question if it has one, else presses. */
  ask: (button: LiveButton) => void;
  cancel: () => void;
  press: (button: LiveButton) => void;
}

const SHOW_STEP_AFTER_MS = 1_000;
const LOOK_EVERY_MS = 700;

/**
 * Presses a button on a record. One request id a press, so a double click or a re-sent request is one run; when the
 * connection is lost, its result is asked for until it is there.
 */
export function usePress({ target, onResult }: UsePressOptions): Press {
  const t = useTranslations("triggers");
  const sentence = useErrorSentence();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [asking, setAsking] = useState<LiveButton | null>(null);
  const [running, setRunning] = useState<{ button: LiveButton; since: number; requestId: string } | null>(null);
  const [isLost, setLost] = useState(false);
  const [isLong, setLong] = useState(false);
  const isOpen = useOpenPage();

  const finish = (result: PressResult, button: LiveButton) => {
    setRunning(null);
    setLost(false);
    const isShown = isOpen.current && onResult?.(result, button) === true;
    if (!isShown) showPressResult({ result, button, target, t });
    void queries.invalidateQueries(trpc.records.pathFilter());
    void queries.invalidateQueries(trpc.triggers.lastPresses.pathFilter());
  };
  const mutation = useMutation(trpc.triggers.press.mutationOptions({ retry: false }));
  const press = (button: LiveButton) => {
    if (running) return;
    const requestId = uuidv7();
    setAsking(null);
    setRunning({ button, since: Date.now(), requestId });
    const { automationId, nodeId } = button;
    const { crmModule, recordId } = target;
    mutation
      .mutateAsync({ automationId, nodeId, module: crmModule.apiName, recordId, requestId })
      .then((result) => finish(result, button))
      .catch((error: unknown) => {
        if (isUnanswered(error)) {
          toast.warning(t("lostConnection"));
          setLost(true);
          return;
        }
        setRunning(null);
        toast.error(sentence(error));
      });
  };

  useEffect(() => {
    setLong(false);
    if (!running) return;
    const timer = setTimeout(() => setLong(true), SHOW_STEP_AFTER_MS);
    return () => clearTimeout(timer);
  }, [running]);
  const progress = useQuery(
    trpc.triggers.pressProgress.queryOptions(
      { requestId: running?.requestId ?? "" },
      { enabled: running !== null && (isLong || isLost), refetchInterval: LOOK_EVERY_MS, gcTime: 0, staleTime: 0 },
    ),
  );
  const ended = isLost ? progress.data?.result : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a result is shown once, when it arrives
  useEffect(() => {
    if (ended && running) finish(ended, running.button);
  }, [ended]);

  return {
    target,
    asking,
    running,
    step: (running && isLong && progress.data?.step) || null,
    ask: (button) => (button.confirmation === null ? press(button) : setAsking(button)),
    cancel: () => setAsking(null),
    press,
  };
}

/** True when the request may have arrived although no answer came back. */
const isUnanswered = (error: unknown) => error instanceof TRPCClientError && !error.data;

function useOpenPage() {
  const isOpen = useRef(true);
  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
    };
  }, []);
  return isOpen;
}
