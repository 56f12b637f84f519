"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { RotateCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type ListFilter, serverFilter } from "@/components/executions/list/list-filter";
import { useErrorSentence, useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";

/** As many as the server runs again by one request. */
const MOST = 100;

/** Runs what the list shows again together: the chosen runs, or all that the filter finds. */
export function RerunAll({ filter, chosen, count, onDone }: RerunAllProps) {
  const t = useTranslations("executions.actions");
  const sentence = useErrorSentence();
  const trpc = useTRPC();
  const client = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const total = chosen.length || count;
  const rerun = useMutation(
    trpc.executions.rerunAll.mutationOptions({
      onSuccess: ({ started, skipped }) => {
        setAsking(false);
        onDone();
        toast.success(t("rerunAllDone", { started: started.length, skipped: skipped.length }));
        return client.invalidateQueries({ queryKey: trpc.executions.pathKey() });
      },
      onError: (error) => toast.error(sentence(error)),
    }),
  );
  const run = () => {
    const { status, ...rest } = serverFilter(filter, new Date());
    const failed = status === "failed" || status === "refused" ? status : ("attention" as const);
    rerun.mutate(chosen.length > 0 ? { ids: chosen.slice(0, MOST) } : { filter: { ...rest, status: failed } });
  };
  return (
    <>
      <Button size="sm" disabled={total === 0} onClick={() => setAsking(true)}>
        <RotateCw aria-hidden />
        {t("rerunAll")}
      </Button>
      <Dialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t("rerunAllTitle", { count: Math.min(total, MOST) })}
        footer={
          <Button variant="primary" loading={rerun.isPending} onClick={run}>
            {t("rerunConfirm")}
          </Button>
        }
      >
        <p className="text-[0.8125rem] text-muted-foreground">
          {t("rerunAllText")} {total > MOST && t("rerunAllMore", { most: MOST })}
        </p>
      </Dialog>
    </>
  );
}

interface RerunAllProps {
  filter: ListFilter;
  /** The ids of chosen rows. */
  chosen: string[];
  /** How many the filter finds. */
  count: number;
  onDone: () => void;
}
