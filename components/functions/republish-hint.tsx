"use client";

import { useQuery } from "@tanstack/react-query";
import { History } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { CallerList } from "@/components/functions/caller-list";
import { RepublishResults } from "@/components/functions/republish-results";
import { useChosenCallers } from "@/components/functions/use-chosen-callers";
import { useRepublish } from "@/components/functions/use-republish";
import { useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { CheckedCaller } from "@/server/functions/check-callers";
import type { FunctionDetail } from "@/server/functions/get-function";
import type { RepublishedCaller } from "@/server/functions/republish-callers";

/** Tells that live automations hold an older version, and leads to publishing them again. */
export function RepublishHint({ saved }: { saved: FunctionDetail }) {
  const t = useTranslations("functions.republish");
  const [dismissed, setDismissed] = useState(0);
  const [open, setOpen] = useState(false);
  const { version } = saved.pill;
  const behind = saved.usedBy.filter(({ live }) => live && live.functionVersion < version);
  const isShown = behind.length > 0 && dismissed !== version;
  return (
    <>
      {isShown && (
        <section
          aria-label={t("title", { count: behind.length })}
          className="mx-6 mb-3 flex flex-wrap items-center gap-3 rounded-lg border border-state-handled/40 bg-state-handled/8 px-4 py-2 text-[0.8125rem]"
        >
          <History aria-hidden className="size-4 text-state-handled" />
          <p className="min-w-0 flex-1">
            <span className="font-medium">{t("title", { count: behind.length })}</span>{" "}
            <span className="text-muted-foreground">{t("text", { count: behind.length, version })}</span>
          </p>
          <Button size="sm" onClick={() => setOpen(true)}>
            {t("look")}
          </Button>
          <Button size="sm" variant="ghost" onClick={() => setDismissed(version)}>
            {t("dismiss")}
          </Button>
        </section>
      )}
      {open && <RepublishDialog saved={saved} onClose={() => setOpen(false)} />}
    </>
  );
}

function RepublishDialog({ saved, onClose }: { saved: FunctionDetail; onClose: () => void }) {
  const t = useTranslations("functions.republish");
  const trpc = useTRPC();
  const { data } = useQuery(trpc.functions.callersBehind.queryOptions({ id: saved.id }, { staleTime: 0 }));
  const { republish, pending } = useRepublish(saved);
  const [done, setDone] = useState<{ callers: CheckedCaller[]; results: RepublishedCaller[] } | null>(null);
  const callers = data?.callers ?? [];
  const { chosen, onChoose } = useChosenCallers(callers);
  const version = data?.version ?? saved.pill.version;
  const send = async () => {
    const results = await republish([...chosen], version);
    if (results) setDone({ callers, results });
  };
  return (
    <Dialog
      open
      size="lg"
      onOpenChange={(open) => !open && onClose()}
      title={t("dialogTitle", { name: saved.name, version })}
      description={t("dialogHelp")}
      footer={
        done ? (
          <Button variant="primary" onClick={onClose}>
            {t("close")}
          </Button>
        ) : (
          <Button variant="primary" disabled={chosen.size === 0} loading={pending} onClick={() => void send()}>
            {t("submit", { count: chosen.size })}
          </Button>
        )
      }
    >
      {done ? (
        <RepublishResults results={done.results} callers={done.callers} />
      ) : (
        callers.length > 0 && <CallerList callers={callers} version={version} chosen={chosen} onChoose={onChoose} />
      )}
    </Dialog>
  );
}
