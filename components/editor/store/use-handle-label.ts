import { useTranslations } from "next-intl";
import { useCallback } from "react";
import type { Handle } from "@/core/nodes/node-type";

/** Puts a way out of a step into words: the branch's own text, or the message of its id. */
export function useHandleLabel(): (handle: Handle) => string {
  const t = useTranslations("nodes.handles");
  return useCallback((handle) => handle.label ?? (t.has(handle.id as never) ? t(handle.id as never) : handle.id), [t]);
}
