"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FunctionCallers } from "@/components/functions/function-callers";
import { SignatureForm } from "@/components/functions/signature-form";
import { UsableSnippets } from "@/components/functions/usable-snippets";
import type { FunctionDraft } from "@/components/functions/use-function-draft";
import { Badge } from "@/components/ui/badge";
import { FormField } from "@/components/ui/form-field";
import { RelativeTime } from "@/components/ui/relative-time";
import { TabPanel, Tabs } from "@/components/ui/tabs";
import { Textarea } from "@/components/ui/textarea";
import type { FunctionDetail } from "@/server/functions/get-function";

/** Beside the code: its inputs as a form, what it can use, and what others should know of it. */
export function FunctionRail({ draft, saved }: { draft: FunctionDraft; saved: FunctionDetail | null }) {
  const t = useTranslations("functions");
  const [tab, setTab] = useState<"arguments" | "use" | "about">("arguments");
  return (
    <aside aria-label={t("rail.label")} className="rounded-lg border border-border bg-card shadow-card">
      <Tabs
        value={tab}
        onChange={setTab}
        ariaLabel={t("rail.label")}
        tabs={[
          { value: "arguments", label: t("rail.arguments") },
          { value: "use", label: t("rail.use") },
          { value: "about", label: t("rail.about") },
        ]}
        className="[&>div:first-child]:px-2"
      >
        <TabPanel value="arguments" className="p-4">
          <SignatureForm draft={draft} />
        </TabPanel>
        <TabPanel value="use" className="max-h-[70vh] overflow-y-auto p-4">
          <UsableSnippets draft={draft} />
        </TabPanel>
        <TabPanel value="about" className="flex flex-col gap-4 p-4">
          <FormField label={t("about.descriptionLabel")} hint={t("about.descriptionHint")}>
            {(control) => (
              <Textarea
                {...control}
                value={draft.description}
                maxLength={2_000}
                onChange={(event) => draft.setDescription(event.target.value)}
              />
            )}
          </FormField>
          <section>
            <h2 className="mb-1 text-[0.8125rem] font-medium">{t("about.usedIn")}</h2>
            <FunctionCallers uses={saved?.usedBy ?? []} newest={saved?.pill.version ?? 0} />
          </section>
          {saved?.lastTest && (
            <p className="flex items-center gap-2 text-xs text-muted-foreground">
              {t("about.lastTested")}
              <Badge tone={saved.lastTest.result}>{t(`tested.${saved.lastTest.result}`)}</Badge>
              <RelativeTime at={saved.lastTest.at} />
            </p>
          )}
          {saved && (
            <p className="text-xs text-muted-foreground">
              {t("about.changed")} <RelativeTime at={saved.updatedAt} />
              {saved.updatedBy && ` · ${saved.updatedBy}`}
            </p>
          )}
        </TabPanel>
      </Tabs>
    </aside>
  );
}
