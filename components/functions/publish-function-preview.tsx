"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CallerList } from "@/components/functions/caller-list";
import { SignatureChangeList } from "@/components/functions/signature-change-list";
import { SourceDiff } from "@/components/functions/source-diff";
import { Textarea } from "@/components/ui/textarea";
import type { PublishFunctionPreview } from "@/server/functions/publish-function-preview";

interface PublishFunctionPreviewBodyProps {
  preview: PublishFunctionPreview;
  chosen: ReadonlySet<string>;
  onChoose: (automationId: string, chosen: boolean) => void;
  note: string;
  onNoteChange: (note: string) => void;
}

/** What stands in the way, what changes of the inputs and the code, and what live automations have of it. */
export function PublishFunctionPreviewBody(props: PublishFunctionPreviewBodyProps) {
  const { preview, chosen, onChoose, note, onNoteChange } = props;
  const t = useTranslations("functions.publish");
  const { callers, newest, number, signature, source } = preview;
  const broken = callers.filter(({ outcome }) => outcome === "breaks").length;
  return (
    <div className="flex flex-col gap-4">
      <Obstacles preview={preview} />
      {newest && preview.problems.length === 0 && (
        <Section title={t("signature")}>
          <SignatureChangeList changes={signature} />
        </Section>
      )}
      <Section title={newest ? t("changes", { version: newest.number }) : t("firstCode")}>
        <SourceDiff before={newest?.source ?? ""} after={source} className="max-h-64" />
      </Section>
      {newest && preview.problems.length === 0 && !preview.name && (
        <Section title={t("callers", { count: callers.length })}>
          {callers.length > 0 && <CallerList callers={callers} version={number} chosen={chosen} onChoose={onChoose} />}
          <p className="mt-1.5 text-xs text-muted-foreground">
            {callers.length === 0 ? t("noCallers") : broken > 0 ? t("someBreak", { count: broken }) : t("callersHelp")}
          </p>
        </Section>
      )}
      <Textarea
        aria-label={t("note")}
        placeholder={t("note")}
        rows={2}
        maxLength={2_000}
        value={note}
        onChange={(event) => onNoteChange(event.target.value)}
      />
    </div>
  );
}

function Obstacles({ preview: { problems, name } }: { preview: PublishFunctionPreview }) {
  const t = useTranslations("functions.publish");
  const sentence = useTranslations("errors");
  if (problems.length === 0 && !name) return null;
  return (
    <div role="alert" className="rounded-lg border border-state-failed/40 bg-state-failed/8 px-3 py-2 text-[0.8125rem]">
      <p className="font-medium">{t("blocked")}</p>
      <ul className="mt-1 flex flex-col gap-0.5">
        {problems.slice(0, 5).map((problem) => (
          <li key={`${problem.line} ${problem.reason} ${problem.message}`}>
            {sentence("FUNCTION_INVALID", { ...problem })}
          </li>
        ))}
        {name?.taken && <li>{t("nameTaken", { name: name.after })}</li>}
        {name && name.usedBy.length > 0 && (
          <li>
            {t("renamed", {
              before: name.before,
              after: name.after,
              users: name.usedBy.map((use) => use.name).join(", "),
            })}
          </li>
        )}
      </ul>
    </div>
  );
}

const Section = ({ title, children }: { title: string; children: ReactNode }) => (
  <section>
    <h3 className="mb-1.5 text-xs font-medium text-muted-foreground">{title}</h3>
    {children}
  </section>
);
