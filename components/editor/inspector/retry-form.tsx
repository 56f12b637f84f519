"use client";

import { useTranslations } from "next-intl";
import { FormField } from "@/components/ui/form-field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { GraphNode, NodePolicy } from "@/core/graph/document";

const MOST_ATTEMPTS = 10;
const LONGEST_WAIT_S = 3_600;
const FIRST = { attempts: 3, waitMs: 1_000, backoff: "exponential" } as const;

interface RetryFormProps {
  node: GraphNode;
  onChange: (retry: NodePolicy["retry"]) => void;
}

/** How often a step is tried, and how long it waits in between. */
export function RetryForm({ node, onChange }: RetryFormProps) {
  const t = useTranslations("editor.failure");
  const retry = node.policy?.retry;
  const attempts = Array.from({ length: MOST_ATTEMPTS }, (_, index) => index + 1);
  return (
    <>
      <FormField hint={t("attemptsHelp")} label={t("attempts")}>
        {(control) => (
          <Select
            {...control}
            onChange={(count) => onChange(count === "1" ? undefined : { ...(retry ?? FIRST), attempts: Number(count) })}
            options={attempts.map((count) => ({
              value: String(count),
              label: count === 1 ? t("once") : t("times", { count }),
            }))}
            value={String(retry?.attempts ?? 1)}
          />
        )}
      </FormField>
      {retry && (
        <div className="grid grid-cols-2 gap-3">
          <FormField label={t("wait")}>
            {(control) => (
              <Input
                {...control}
                max={LONGEST_WAIT_S}
                min={0}
                onChange={(event) => onChange({ ...retry, waitMs: waitMs(Number(event.target.value)) })}
                step={0.1}
                type="number"
                value={retry.waitMs / 1_000}
              />
            )}
          </FormField>
          <FormField label={t("backoff")}>
            {(control) => (
              <Select
                {...control}
                onChange={(backoff) => onChange({ ...retry, backoff })}
                options={[
                  { value: "fixed", label: t("fixed") },
                  { value: "exponential", label: t("exponential") },
                ]}
                value={retry.backoff}
              />
            )}
          </FormField>
        </div>
      )}
    </>
  );
}

const waitMs = (seconds: number): number => Math.min(LONGEST_WAIT_S * 1_000, Math.max(0, Math.round(seconds * 1_000)));
