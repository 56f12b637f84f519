"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Check, RotateCw, Square } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useErrorSentence, useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { Label } from "@/components/ui/label";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import type { DecisionChoice } from "@/core/execution/decisions";
import type { Json } from "@/core/values/json";
import type { OpenDecision } from "@/server/executions/decide-execution";

/** The answers a person can give to a run that needs a decision. */
export function DecisionForm({ executionId, decision }: { executionId: string; decision: OpenDecision }) {
  const t = useTranslations("executions.decision");
  const [isDone, setIsDone] = useState(false);
  const decide = useDecide(executionId);
  const { revision } = decision;
  const answer = (choice: DecisionChoice, value: Json = null) =>
    decide.mutate({ id: executionId, revision, choice, value });
  const isLost = decision.reason === "lost";
  return (
    <div className="space-y-3 border-t border-border/70 pt-3">
      <div className="flex flex-wrap gap-2">
        {!isLost && (
          <Button aria-expanded={isDone} disabled={decide.isPending} onClick={() => setIsDone(!isDone)}>
            <Check aria-hidden />
            {t("done")}
          </Button>
        )}
        <Button disabled={decide.isPending} onClick={() => answer("again")}>
          <RotateCw aria-hidden />
          {t(isLost ? "tryAgain" : "again")}
        </Button>
        <Button
          disabled={decide.isPending}
          onClick={() => answer("stop")}
          className="text-state-failed hover:text-state-failed"
        >
          <Square aria-hidden />
          {t("stop")}
        </Button>
      </div>
      {isDone && <DoneForm isPending={decide.isPending} onAnswer={(value) => answer("done", value)} />}
    </div>
  );
}

/** Asks what the step gives, as JSON. */
function DoneForm({ isPending, onAnswer }: { isPending: boolean; onAnswer: (value: Json) => void }) {
  const t = useTranslations("executions.decision");
  const id = useId();
  const [text, setText] = useState("null");
  const value = parsed(text);
  return (
    <div className="max-w-xl space-y-1.5">
      <Label htmlFor={id}>{t("value")}</Label>
      <Textarea
        id={id}
        rows={4}
        value={text}
        aria-invalid={value === undefined}
        aria-describedby={`${id}-hint`}
        onChange={(event) => setText(event.target.value)}
        className="w-full font-mono text-xs"
      />
      <p id={`${id}-hint`} className={value === undefined ? "text-state-failed" : "text-muted-foreground"}>
        {t(value === undefined ? "valueNotJson" : "valueHint")}
      </p>
      <Button
        variant="primary"
        loading={isPending}
        disabled={value === undefined}
        onClick={() => value !== undefined && onAnswer(value)}
      >
        {t("doneConfirm")}
      </Button>
    </div>
  );
}

/** @returns undefined for what is no JSON */
function parsed(text: string): Json | undefined {
  if (text.trim() === "") return null;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function useDecide(id: string) {
  const t = useTranslations("executions.decision");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const sentence = useErrorSentence();
  return useMutation(
    trpc.executions.decide.mutationOptions({
      onSuccess: (_nothing, { choice }) => toast.success(t(`noted.${choice}`)),
      onError: (error) => toast.error(sentence(error)),
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.executions.get.queryKey({ id }) }),
    }),
  );
}
