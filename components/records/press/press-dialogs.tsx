"use client";

import { useTranslations } from "next-intl";
import type { Press } from "@/components/records/press/use-press";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

/** The button's question: its text, and what will happen. */
export function PressDialogs({ press }: { press: Press }) {
  const t = useTranslations("triggers");
  const ui = useTranslations("ui");
  const { asking, target } = press;
  return (
    <Dialog
      open={asking !== null}
      onOpenChange={(open) => !open && press.cancel()}
      title={asking?.label ?? ""}
      description={asking?.confirmation ?? undefined}
      size="sm"
      footer={
        asking && (
          <>
            <Button onClick={press.cancel}>{ui("cancel")}</Button>
            <Button variant="primary" onClick={() => press.press(asking)}>
              {asking.label}
            </Button>
          </>
        )
      }
    >
      {asking && asking.willDo.length > 0 && (
        <>
          <p className="text-xs font-medium text-muted-foreground">
            {t("whatWillHappen", { name: target.recordName })}
          </p>
          <WillDo sentences={asking.willDo} />
        </>
      )}
    </Dialog>
  );
}

function WillDo({ sentences }: { sentences: { key: string; params: Record<string, string | number> }[] }) {
  const t = useTranslations("nodes");
  return (
    <ul className="mt-1.5 list-disc pl-4 text-[0.8125rem]">
      {sentences.map(({ key, params }) => {
        const sentence = t(key as never, params as never);
        return <li key={sentence}>{sentence}</li>;
      })}
    </ul>
  );
}
