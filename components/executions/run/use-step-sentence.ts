"use client";

import { useTranslations } from "next-intl";
import type { GraphNode } from "@/core/graph/document";
import { describeNode } from "@/core/nodes/describe-node";
import type { ExecutionDetail } from "@/server/executions/get-execution";

/** @returns a function that says in one sentence what a step does. */
export function useStepSentence({ context }: Pick<ExecutionDetail, "context">): (node: GraphNode) => string {
  const t = useTranslations("nodes");
  return (node) => {
    const { key, params } = describeNode(node, context);
    return t.has(key as never) ? t(key as never, params as never) : "";
  };
}
