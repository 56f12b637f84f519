"use client";

import { useTranslations } from "next-intl";
import { ApiAccessPanel } from "@/components/api-keys/api-access-panel";
import type { ConfigFieldProps } from "@/components/editor/fields/config-field";
import { FieldFrame } from "@/components/editor/fields/field-frame";
import { useStepForm } from "@/components/editor/fields/step-form";
import { useEditor } from "@/components/editor/store/editor-context";
import { CopyableId } from "@/components/ui/copyable-id";
import { Input } from "@/components/ui/input";

/** The name other programs call the automation by, with the address it makes and the keys that open it. */
export function ApiNameField({ path, label, help, control }: ConfigFieldProps<"api-name">) {
  const t = useTranslations("editor.fields");
  const { node, set, problemAt } = useStepForm();
  const automationId = useEditor((state) => state.automationId);
  const name = typeof node.config[path] === "string" ? node.config[path] : "";
  const origin = typeof window === "undefined" ? "" : window.location.origin;
  return (
    <>
      <FieldFrame error={problemAt(path)} help={help} label={label} path={path} required={control.required}>
        {(attributes) => (
          <>
            <Input
              {...attributes}
              className="font-mono text-[13px]"
              maxLength={64}
              onChange={(event) => set(path, event.target.value.toLowerCase().replace(/[^a-z0-9_]+/g, "_"))}
              placeholder="add_to_mailing_list"
              value={name}
            />
            {name && (
              <p className="mt-1.5 flex min-w-0 items-baseline gap-1 text-muted-foreground text-xs">
                <span className="shrink-0">{t("calledAt")}</span>
                <CopyableId id={`${origin}/api/v1/functions/${name}/execute`} className="min-w-0 break-all text-left" />
              </p>
            )}
          </>
        )}
      </FieldFrame>
      <ApiAccessPanel automationId={automationId} apiName={name} />
    </>
  );
}
