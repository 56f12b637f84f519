import { useTranslations } from "next-intl";
import { useCallback } from "react";
import type { Sentence } from "@/core/nodes/node-type";

/** Puts a node type's sentence into the person's language. */
export function useSentence(): (sentence: Sentence) => string {
  const t = useTranslations("nodes");
  return useCallback((sentence) => t(sentence.key as never, sentence.params as never), [t]);
}
