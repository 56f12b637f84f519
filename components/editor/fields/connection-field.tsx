"use client";

import { useQueryClient } from "@tanstack/react-query";
import { Plug, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConnectAccountDialog } from "@/components/connections/connect-account-dialog";
import type { ConfigFieldProps } from "@/components/editor/fields/config-field";
import { FieldFrame } from "@/components/editor/fields/field-frame";
import { serviceOfStep } from "@/components/editor/fields/service-of-step";
import { useStepForm } from "@/components/editor/fields/step-form";
import { useEditor } from "@/components/editor/store/editor-context";
import { useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";

/** The account a step acts with; one that is missing is connected here, and chosen at once. */
export function ConnectionField({ path, label, help, control }: ConfigFieldProps<"connection">) {
  const t = useTranslations("editor.fields");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { node, set, problemAt } = useStepForm();
  const context = useEditor((state) => state.context);
  const [connecting, setConnecting] = useState(false);
  const service = serviceOfStep(node, context);
  const fitting = service
    ? context.connections.filter((connection) => connection.serviceKey === service.key)
    : context.connections;
  const chosen = typeof node.config[path] === "string" ? node.config[path] : null;
  return (
    <FieldFrame error={problemAt(path)} help={help} label={label} path={path} required={control.required}>
      {(attributes) => (
        <>
          {fitting.length === 0 ? (
            <Button className="w-full" id={attributes.id} onClick={() => setConnecting(true)} variant="secondary">
              <Plug />
              {service ? t("connectService", { service: service.name }) : t("connectAccount")}
            </Button>
          ) : (
            <Combobox
              {...attributes}
              ariaLabel={label}
              footer={
                <button
                  className="flex h-7 w-full items-center gap-2 rounded-md px-2 text-[13px] hover:bg-accent"
                  onClick={() => setConnecting(true)}
                  type="button"
                >
                  <Plus className="size-3.5" />
                  {t("connectAccount")}
                </button>
              }
              onChange={(linkName) => set(path, linkName)}
              options={fitting.map((connection) => ({
                value: connection.linkName,
                label: connection.name,
                hint: connection.linkName,
              }))}
              placeholder={t("chooseConnection")}
              value={chosen}
              valueLabel={chosen ?? undefined}
            />
          )}
          <ConnectAccountDialog
            onConnected={async (linkName) => {
              await queries.invalidateQueries({ queryKey: trpc.automations.context.queryKey() });
              set(path, linkName);
            }}
            onOpenChange={setConnecting}
            open={connecting}
            serviceKey={service?.key ?? null}
          />
        </>
      )}
    </FieldFrame>
  );
}
