"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { RoundPicker } from "@/components/editor/inspector/round-picker";
import { SentReceived } from "@/components/editor/inspector/sent-received";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { attemptsOf } from "@/components/editor/store/run-view";
import { stepFacts } from "@/components/editor/store/step-facts";
import { useErrorText } from "@/components/editor/store/use-error-text";
import { useShownStep } from "@/components/editor/store/use-shown-step";
import { CountedCode } from "@/components/executions/run/tabs/counted-code";
import { CodeEditor } from "@/components/ui/code-editor";
import { FileChips } from "@/components/ui/file-chips";
import { JsonView } from "@/components/ui/json-view";
import { StateGlyph } from "@/components/ui/state-glyph";
import type { GraphNode } from "@/core/graph/document";
import { partialConfig } from "@/core/nodes/partial-config";

/** What the step gave in the last test; before one, what kind of value it gives. */
export function ResultTab({ node }: { node: GraphNode }) {
  const t = useTranslations("editor.inspector");
  const format = useFormatter();
  const errorText = useErrorText();
  const step = useShownStep(node.id);
  const rounds = useEditor((state) => attemptsOf(state.run?.steps, node.id));
  const store = useEditorStore();
  const effects = useEditor((state) => state.run?.effects);
  const executionId = useEditor((state) => state.run?.executionId);
  const [asJson, setAsJson] = useState(false);
  if (!step) return <Gives node={node} tested={executionId !== undefined} />;
  const own = effects?.filter((effect) => effect.nodeId === node.id && effect.path === step.path) ?? [];
  return (
    <div className="space-y-4">
      <RoundPicker onChoose={(round) => store.getState().show({ round })} path={step.path} rounds={rounds} />
      <div className="flex items-center gap-2 text-xs">
        <StateGlyph handled={step.handled} state={step.status} />
        <span className="text-muted-foreground tabular-nums">
          {t("took", { ms: format.number(step.durationMs, { maximumFractionDigits: 1 }), statements: step.statements })}
        </span>
        <button
          className="ml-auto text-muted-foreground hover:text-foreground"
          onClick={() => setAsJson(!asJson)}
          type="button"
        >
          {asJson ? t("asTree") : t("asJson")}
        </button>
      </div>
      {step.error && (
        <div className="rounded-lg border border-state-failed/30 bg-state-failed/8 p-3 text-sm">
          <p className="font-medium text-state-failed">{errorText(step.error)}</p>
          {step.error.message && <p className="mt-1 break-words text-muted-foreground text-xs">{step.error.message}</p>}
        </div>
      )}
      {own.map((effect) => (
        <SentReceived effect={effect} key={effect.ordinal} />
      ))}
      {!step.error && (
        <Block title={t("gave")}>
          {asJson ? (
            <CodeEditor
              ariaLabel={t("gave")}
              language="json"
              maxHeight="420px"
              readOnly
              value={JSON.stringify(step.output, null, 2)}
            />
          ) : (
            <>
              <FileChips className="p-2" value={step.output} />
              <JsonView className="p-2" value={step.output} />
            </>
          )}
        </Block>
      )}
      <Block title={t("received")}>
        <FileChips className="p-2" value={step.input} />
        <JsonView className="p-2" openDepth={1} value={step.input} />
      </Block>
      {executionId && step.lines && (
        <section>
          <h3 className="mb-1 font-medium text-muted-foreground text-xs">{t("byLine")}</h3>
          <CountedCode
            executionId={executionId}
            failedLine={step.error?.line ?? null}
            nodeId={node.id}
            turns={[step]}
          />
        </section>
      )}
      {step.log.length > 0 && (
        <Block title={t("log")}>
          <pre className="whitespace-pre-wrap p-2 font-mono text-xs">
            {step.log.map((line) => line.text).join("\n")}
          </pre>
        </Block>
      )}
    </div>
  );
}

function Gives({ node, tested }: { node: GraphNode; tested: boolean }) {
  const t = useTranslations("editor.inspector");
  const context = useEditor((state) => state.context);
  const { type } = stepFacts(node);
  const gives = type?.outputType(partialConfig(type, node.config), { ...context, node }) ?? "unknown";
  return (
    <div className="space-y-3">
      {tested && <p className="text-muted-foreground text-sm">{t("notReached")}</p>}
      <Block title={t("gives")}>
        <pre className="whitespace-pre-wrap p-2 font-mono text-xs">{gives}</pre>
      </Block>
      {!tested && <p className="text-muted-foreground text-xs">{t("testToSee")}</p>}
    </div>
  );
}

const Block = ({ title, children }: { title: string; children: React.ReactNode }) => (
  <section>
    <h3 className="mb-1 font-medium text-muted-foreground text-xs">{title}</h3>
    <div className="overflow-hidden rounded-lg border border-border">{children}</div>
  </section>
);
