"use client";

import { useTranslations } from "next-intl";
import type { OriginLink } from "@/core/execution/origin-chain";
import type { ExecutionDetail } from "@/server/executions/get-execution";

/** @returns a function that names one place of a value's way: "Lead > Email", "Build subscriber > email". */
export function useOriginText({ context }: Pick<ExecutionDetail, "context">): (link: OriginLink) => string {
  const t = useTranslations("executions.cause");
  return (link) => {
    if (link.kind === "setting") return `${link.step} > ${link.setting.split(".").at(-1)}`;
    if (link.kind === "output") return `${link.step} > ${[t("result"), ...link.path].join(".")}`;
    const module = context.modules.find(({ apiName }) => apiName === link.module);
    const field = module?.fields.find(({ apiName }) => apiName === link.field);
    return `${module?.singular ?? link.module} > ${field?.label ?? link.field}`;
  };
}
