import { useTranslations } from "next-intl";
import { useCallback } from "react";
import type { Handle } from "@/core/nodes/node-type";

/** Puts a way out of a step into words: the branch's own text, the message of its id, or its kind and number. */
export function useHandleLabel(): (handle: Handle) => string {
  const t = useTranslations("nodes.handles");
  return useCallback(
    ({ id, label }) => {
      if (label) return label;
      if (t.has(id as never)) return t(id as never);
      const [, kind, number] = /^([a-z]+)(\d+)$/.exec(id) ?? [];
      return kind && t.has(`numbered.${kind}` as never) ? t(`numbered.${kind}` as never, { number } as never) : id;
    },
    [t],
  );
}
