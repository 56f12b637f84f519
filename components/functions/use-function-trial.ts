"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type ArgumentMistake, readArguments } from "@/components/functions/argument-text";
import type { FunctionDraft } from "@/components/functions/use-function-draft";
import { useErrorSentence, useTRPC } from "@/components/trpc";
import { toast } from "@/components/ui/toast";
import type { FunctionTrial } from "@/server/functions/execute-function";

/** The inputs of a test and what happened with them. */
export interface TrialState {
  texts: Record<string, string>;
  setTexts: (texts: Record<string, string>) => void;
  mistakes: Record<string, ArgumentMistake>;
  running: boolean;
  result: FunctionTrial | null;
  /** Saves the function, then runs it with these inputs. */
  run: () => Promise<void>;
}

/** Tries a function: what was typed in becomes its arguments. */
export function useFunctionTrial(draft: FunctionDraft): TrialState {
  const trpc = useTRPC();
  const sentence = useErrorSentence();
  const queryClient = useQueryClient();
  const execute = useMutation(trpc.functions.execute.mutationOptions());
  const [texts, setTexts] = useState<Record<string, string>>({});
  const [mistakes, setMistakes] = useState<Record<string, ArgumentMistake>>({});
  const [running, setRunning] = useState(false);
  const [result, setResult] = useState<FunctionTrial | null>(null);

  const run = async () => {
    if (running) return;
    const read = readArguments(draft.parameters, texts);
    setMistakes(read.mistakes);
    const [first] = Object.keys(read.mistakes);
    if (first) return document.getElementById(argumentInputId(first))?.focus();
    setRunning(true);
    try {
      const id = await draft.save();
      if (id === null) return;
      setResult(await execute.mutateAsync({ id, arguments: read.values }));
      await queryClient.invalidateQueries({ queryKey: trpc.functions.pathKey() });
    } catch (error) {
      toast.error(sentence(error));
    } finally {
      setRunning(false);
    }
  };
  return { texts, setTexts, mistakes, running, result, run };
}

/** The id of the control an argument is typed into. */
export const argumentInputId = (name: string): string => `argument-${name}`;
