import { type Connection, type OnConnectEnd, type OnConnectStart, useReactFlow } from "@xyflow/react";
import { useCallback } from "react";
import { stepAt } from "@/components/editor/canvas/step-at";
import { useEditorCommands } from "@/components/editor/canvas/use-editor-commands";
import { useEditorStore } from "@/components/editor/store/editor-context";
import { canConnect } from "@/core/graph/can-connect";
import { regionBehind } from "@/core/graph/loops";

/**
 * Drawing a line: onto a handle or anywhere on a card joins; onto empty canvas opens the step search there. Which steps
 * refuse, and why, is computed once when the drawing starts.
 */
export function useDrawing() {
  const store = useEditorStore();
  const commands = useEditorCommands();
  const { screenToFlowPosition } = useReactFlow();

  const onConnectStart: OnConnectStart = useCallback(
    (_event, { nodeId, handleId }) => {
      if (!nodeId || !handleId) return;
      const { document, setDrawing, show } = store.getState();
      show({ search: null });
      const from = document.nodes.find((node) => node.id === nodeId);
      const region = from && regionBehind(from, handleId);
      setDrawing({ from: nodeId, handle: handleId, region, refused: refusals(document, nodeId, handleId) });
    },
    [store],
  );

  const onConnect = useCallback(
    (connection: Connection) => {
      if (connection.sourceHandle) {
        commands.join({ from: connection.source, handle: connection.sourceHandle, to: connection.target });
      }
    },
    [commands],
  );

  const onConnectEnd: OnConnectEnd = useCallback(
    (event, state) => {
      const { document, drawing, setDrawing, show } = store.getState();
      setDrawing(null);
      if (!drawing || state.isValid) return;
      const pointer = "changedTouches" in event ? event.changedTouches[0] : event;
      if (!pointer) return;
      const at = screenToFlowPosition({ x: pointer.clientX, y: pointer.clientY });
      const over = stepAt(document, at, drawing.region);
      if (over && over !== drawing.from) commands.join({ from: drawing.from, handle: drawing.handle, to: over });
      if (over || !(event.target instanceof Element) || !event.target.closest(".react-flow__pane")) return;
      const screen = { x: pointer.clientX, y: pointer.clientY };
      show({ search: { at, screen, from: { node: drawing.from, handle: drawing.handle } } });
    },
    [store, commands, screenToFlowPosition],
  );

  const isValidConnection = useCallback(
    ({ target }: { target: string }) => !store.getState().drawing?.refused.has(target),
    [store],
  );

  return { onConnectStart, onConnect, onConnectEnd, isValidConnection };
}

function refusals(document: Parameters<typeof canConnect>[0], from: string, handle: string): Map<string, string> {
  const refused = new Map<string, string>();
  for (const node of document.nodes) {
    const answer = canConnect(document, { from, handle, to: node.id });
    if (!answer.ok) refused.set(node.id, answer.reason);
  }
  return refused;
}
