import { useQuery } from "@tanstack/react-query";
import { useEditor } from "@/components/editor/store/editor-context";
import { useTRPC } from "@/components/trpc";
import type { LineSpan } from "@/core/compiler/program";

/** The compiled module: of the draft as it stands here, or of the live version as it was stored. */
export function useCode(which: "draft" | "live"): { typescript: string | null; lineMap: LineSpan[]; revision: number } {
  const trpc = useTRPC();
  const id = useEditor((state) => state.automationId);
  const program = useEditor((state) => state.program);
  const revision = useEditor((state) => state.revision);
  const live = useQuery(trpc.automations.code.queryOptions({ id, which: "live" }, { enabled: which === "live" }));
  const shown = which === "live" ? live.data : program;
  return { typescript: shown?.typescript ?? null, lineMap: shown?.lineMap ?? [], revision };
}
