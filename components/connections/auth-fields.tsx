"use client";

import { useTranslations } from "next-intl";
import { FormField } from "@/components/ui/form-field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { ApiKeyAuth } from "@/core/services/service";

interface AuthFieldsProps {
  value: ApiKeyAuth;
  onChange: (value: ApiKeyAuth) => void;
  /** The sentence for a wrong parameter name. */
  parameterError?: string;
}

/** How a custom service wants its key: in which header or parameter, after which text. */
export function AuthFields({ value, onChange, parameterError }: AuthFieldsProps) {
  const t = useTranslations("connections.auth");
  const inHeader = value.placement === "header";
  const choosePlacement = (placement: ApiKeyAuth["placement"]) =>
    onChange(
      placement === "header"
        ? { kind: "api-key", placement, parameter: "Authorization", prefix: "Bearer " }
        : { kind: "api-key", placement, parameter: "api_key" },
    );
  return (
    <div className="grid grid-cols-2 gap-3">
      <FormField label={t("placement")}>
        {(control) => (
          <Select
            {...control}
            value={value.placement}
            onChange={choosePlacement}
            options={[
              { value: "header", label: t("header") },
              { value: "query", label: t("query") },
            ]}
          />
        )}
      </FormField>
      <FormField label={inHeader ? t("headerName") : t("parameterName")} required error={parameterError}>
        {(control) => (
          <Input
            {...control}
            value={value.parameter}
            spellCheck={false}
            onChange={(event) => onChange({ ...value, parameter: event.target.value })}
          />
        )}
      </FormField>
      {inHeader && (
        <FormField label={t("prefix")} hint={t("prefixHint")} className="col-span-2">
          {(control) => (
            <Input
              {...control}
              value={value.prefix ?? ""}
              placeholder={t("prefixPlaceholder")}
              spellCheck={false}
              onChange={(event) => onChange({ ...value, prefix: event.target.value })}
            />
          )}
        </FormField>
      )}
    </div>
  );
}
