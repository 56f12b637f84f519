"use client";

import { useMutation } from "@tanstack/react-query";
import { Play, ShieldCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { InputForm } from "@/components/editor/run-panel/input-form";
import { PlannedEffects } from "@/components/editor/run-panel/planned-effects";
import { PredictedCountText } from "@/components/editor/run-panel/predicted-count";
import { readInput } from "@/components/editor/run-panel/read-input";
import { TestRecordPicker } from "@/components/editor/run-panel/test-record-picker";
import { testStart } from "@/components/editor/run-panel/test-start";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { useErrorSentence, useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormField } from "@/components/ui/form-field";
import { toast } from "@/components/ui/toast";
import { LIMITS } from "@/core/execution/limits";

/** Before a test: what it runs with, what it would do outside, and whether it shall really do it. */
export function TestDialog() {
  const open = useEditor((state) => state.testing);
  return open && <OpenTestDialog />;
}

function OpenTestDialog() {
  const t = useTranslations("editor.run");
  const trpc = useTRPC();
  const store = useEditorStore();
  const sentence = useErrorSentence();
  const document = useEditor((state) => state.document);
  const record = useEditor((state) => state.testRecord);
  const input = useEditor((state) => state.testInput);
  const saved = useEditor((state) => state.save.kind === "saved");
  // What compiles can be tried; whether its types fit matters when it goes live.
  const errors = useEditor((state) => state.compiled.filter((problem) => problem.severity === "error").length);
  const prediction = useEditor((state) => state.prediction);
  const start = testStart(document);

  const test = useMutation(
    trpc.automations.test.mutationOptions({
      onSuccess: ({ executionId }) => {
        store.getState().setRun(null);
        store.getState().show({ executionId, testing: false, runOpen: true, runTab: "steps" });
      },
      onError: (error) => toast.error(sentence(error)),
    }),
  );
  const chosen =
    start.kind === "record" && record?.module === start.module ? { module: record.module, id: record.record.id } : null;
  const parsed = start.kind === "input" ? readInput(input) : undefined;
  const incomplete = start.kind === "record" ? !chosen : parsed === undefined;
  const blocked =
    errors > 0
      ? t("problemsFirst", { count: errors })
      : !saved
        ? t("savingFirst")
        : incomplete
          ? t("chooseFirst")
          : null;
  const run = (stopBeforeEffects: boolean) => {
    const { automationId, revision } = store.getState();
    const withWhat = chosen ? { record: chosen } : { input: parsed };
    test.mutate({ id: automationId, revision, stopBeforeEffects, ...withWhat });
  };

  return (
    <Dialog
      description={t("testHelp")}
      footer={
        <>
          {blocked && (
            <span className="mr-auto text-muted-foreground text-xs" role="status">
              {blocked}
            </span>
          )}
          <Button disabled={blocked !== null || test.isPending} onClick={() => run(true)}>
            <ShieldCheck />
            {t("stopBefore")}
          </Button>
          <Button disabled={blocked !== null} loading={test.isPending} onClick={() => run(false)} variant="primary">
            <Play />
            {t("runForReal")}
          </Button>
        </>
      }
      onOpenChange={(open) => store.getState().show({ testing: open })}
      open
      title={t("testTitle")}
    >
      <div className="space-y-5">
        {start.kind === "record" && start.module && <WithRecord module={start.module} />}
        {start.kind === "record" && !start.module && <p className="text-muted-foreground text-sm">{t("noModule")}</p>}
        {start.kind === "input" && <InputForm parameters={start.parameters} />}
        {start.kind === "none" && <p className="text-muted-foreground text-sm">{t("noStart")}</p>}
        <PlannedEffects />
        {prediction && <PredictedCountText count={prediction.total} limit={LIMITS.statementsPerExecution} />}
      </div>
    </Dialog>
  );
}

function WithRecord({ module }: { module: string }) {
  const t = useTranslations("editor.run");
  return <FormField label={t("with")}>{() => <TestRecordPicker module={module} />}</FormField>;
}
