"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorSentence, useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import type { OpenWait } from "@/server/waits/list-open-waits";

/** Approves or refuses what a run asks, with a word about it. */
export function ApprovalForm({ wait, executionId }: { wait: OpenWait; executionId: string }) {
  const t = useTranslations("executions.waits");
  const trpc = useTRPC();
  const sentence = useErrorSentence();
  const queries = useQueryClient();
  const [comment, setComment] = useState("");
  const decide = useMutation(
    trpc.waits.decide.mutationOptions({
      onSuccess: () => toast.success(t("decided")),
      onError: (error) => toast.error(sentence(error)),
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.executions.get.queryKey({ id: executionId }) }),
    }),
  );
  const answer = (decision: "approved" | "refused") => decide.mutate({ id: wait.id, decision, comment });
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Input
        aria-label={t("comment")}
        placeholder={t("comment")}
        value={comment}
        maxLength={2_000}
        onChange={(event) => setComment(event.target.value)}
        className="w-full max-w-md sm:w-auto sm:flex-1"
      />
      <Button variant="primary" loading={decide.isPending} onClick={() => answer("approved")}>
        {t("approve")}
      </Button>
      <Button disabled={decide.isPending} onClick={() => answer("refused")}>
        {t("refuse")}
      </Button>
    </div>
  );
}
