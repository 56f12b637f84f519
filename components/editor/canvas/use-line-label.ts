import { useTranslations } from "next-intl";
import { useEditor } from "@/components/editor/store/editor-context";
import { stepFacts } from "@/components/editor/store/step-facts";
import { useHandleLabel } from "@/components/editor/store/use-handle-label";
import { ERROR, type GraphEdge } from "@/core/graph/document";
import { isLoop } from "@/core/graph/loops";

/** The words on a line: the branch it belongs to, or "if it fails"; null for the only way out of a step, and for a loop's, which show where they lead. */
export function useLineLabel(edge: GraphEdge): string | null {
  const t = useTranslations("editor.card");
  const handleLabel = useHandleLabel();
  const node = useEditor((state) => state.document.nodes.find((candidate) => candidate.id === edge.from));
  if (edge.handle === ERROR) return t("ifItFails");
  if (!node || isLoop(node)) return null;
  const { handles } = stepFacts(node);
  if (handles.length <= 1) return null;
  const handle = handles.find((candidate) => candidate.id === edge.handle);
  return handle ? handleLabel(handle) : null;
}
