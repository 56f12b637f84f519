"use client";

import "@/components/editor/canvas/canvas.css";
import { Background, BackgroundVariant, MiniMap, ReactFlow, SelectionMode, useReactFlow } from "@xyflow/react";
import { useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import { useCallback, useRef } from "react";
import { boxOf } from "@/components/editor/canvas/box-of";
import { CanvasControls } from "@/components/editor/canvas/canvas-controls";
import { GRID } from "@/components/editor/canvas/card-size";
import { DrawingLine } from "@/components/editor/canvas/drawing-line";
import { GhostCard } from "@/components/editor/canvas/ghost-card";
import { HeatLegend } from "@/components/editor/canvas/heat-legend";
import { LineMarkers } from "@/components/editor/canvas/line-markers";
import { loopAt } from "@/components/editor/canvas/loop-at";
import { LoopCard } from "@/components/editor/canvas/loop-card";
import { StartTiles } from "@/components/editor/canvas/start-tiles";
import { StepCard } from "@/components/editor/canvas/step-card";
import { StepLine } from "@/components/editor/canvas/step-line";
import { StepSearch } from "@/components/editor/canvas/step-search";
import { lineAt, useCanvasDrop } from "@/components/editor/canvas/use-canvas-drop";
import { useDrawing } from "@/components/editor/canvas/use-drawing";
import { useEditorCommands } from "@/components/editor/canvas/use-editor-commands";
import { type StepEdge, useFlowEdges } from "@/components/editor/canvas/use-flow-edges";
import { type StepNode, useFlowNodes } from "@/components/editor/canvas/use-flow-nodes";
import { useKeepVisible } from "@/components/editor/canvas/use-keep-visible";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { edgeId } from "@/components/editor/store/editor-store";
import type { AutomationDocument } from "@/core/graph/document";

const FIT = { padding: "32px", maxZoom: 1, minZoom: 0.5 } as const;
const FIT_WHOLE = { padding: "24px", maxZoom: 1 } as const;
const nodeTypes = { step: StepCard, loop: LoopCard };
const edgeTypes = { step: StepLine };

/**
 * The drawing of the automation: cards, lines, and everything one does to them with the mouse.
 *
 * @param readOnly only to look at, beside the code
 */
export function Canvas({ readOnly = false }: { readOnly?: boolean }) {
  const t = useTranslations("editor.canvas");
  const { resolvedTheme } = useTheme();
  const store = useEditorStore();
  const { nodes, onNodesChange } = useFlowNodes();
  const { edges, onEdgesChange } = useFlowEdges();
  const drawing = useDrawing();
  const drop = useCanvasDrop();
  const commands = useEditorCommands();
  const { screenToFlowPosition } = useReactFlow();
  const frame = useRef<HTMLElement>(null);
  useKeepVisible(frame);
  const locked = useEditor((state) => state.locked);
  const empty = useEditor((state) => state.document.nodes.length === 0);

  const onNodeDragStop = useCallback(
    (event: MouseEvent | React.MouseEvent | TouchEvent, _node: StepNode, dragged: StepNode[]) => {
      const { document } = store.getState();
      const moved = dragged.filter((node) => {
        const before = document.layout[node.id];
        return before?.x !== node.position.x || before?.y !== node.position.y;
      });
      if (moved.length === 0) return;
      const positions = Object.fromEntries(
        moved.map((node) => [node.id, { ...document.layout[node.id], x: node.position.x, y: node.position.y }]),
      );
      const pointer = "clientX" in event ? { x: event.clientX, y: event.clientY } : null;
      const line = pointer ? lineAt(pointer.x, pointer.y) : null;
      const into = document.edges.find((edge) => edgeId(edge) === line);
      const [only] = moved;
      const isLoose =
        only && moved.length === 1 && !document.edges.some((edge) => edge.from === only.id || edge.to === only.id);
      if (into && isLoose) return commands.insert(into, only.id, positions);
      const ids = moved.map((node) => node.id);
      const point = pointer ? screenToFlowPosition(pointer) : middleOf(document, ids[0]!);
      commands.drop(positions, loopAt(document, point, ids));
    },
    [store, commands, screenToFlowPosition],
  );

  const onFocus = useCallback(
    (event: React.FocusEvent) => {
      const id = event.target.matches(".react-flow__node") ? event.target.getAttribute("data-id") : null;
      if (id && event.target.matches(":focus-visible")) store.getState().select([id]);
    },
    [store],
  );

  return (
    <section
      aria-label={t("label")}
      className="relative h-full min-w-0 flex-1"
      data-canvas
      data-read-only={readOnly || undefined}
      onDragOver={readOnly ? undefined : drop.onDragOver}
      onDrop={readOnly ? undefined : drop.onDrop}
      onFocus={onFocus}
      ref={frame}
    >
      <LineMarkers />
      <ReactFlow<StepNode, StepEdge>
        attributionPosition="top-right"
        colorMode={resolvedTheme === "dark" ? "dark" : "light"}
        connectionLineComponent={DrawingLine}
        connectionRadius={28}
        deleteKeyCode={null}
        disableKeyboardA11y
        edges={edges}
        edgeTypes={edgeTypes}
        elevateEdgesOnSelect
        fitView
        fitViewOptions={readOnly ? FIT_WHOLE : FIT}
        maxZoom={2}
        minZoom={0.1}
        nodes={nodes}
        nodesConnectable={!locked && !readOnly}
        nodesDraggable={!locked && !readOnly}
        nodeTypes={nodeTypes}
        onConnect={drawing.onConnect}
        onConnectEnd={drawing.onConnectEnd}
        onConnectStart={drawing.onConnectStart}
        isValidConnection={drawing.isValidConnection}
        onEdgesChange={onEdgesChange}
        onlyRenderVisibleElements={nodes.length > 60}
        onNodeDragStop={onNodeDragStop}
        onNodesChange={onNodesChange}
        onPaneClick={() => store.getState().show({ search: null, renaming: null })}
        onSelectionDragStop={(event, dragged) => onNodeDragStop(event, dragged[0]!, dragged)}
        panOnScroll
        selectionMode={SelectionMode.Partial}
        snapGrid={[GRID, GRID]}
        snapToGrid
        zoomActivationKeyCode={["Control", "Meta"]}
        zoomOnDoubleClick={false}
      >
        <Background color="var(--canvas-dot)" gap={GRID} size={1.2} variant={BackgroundVariant.Dots} />
        {!readOnly && <GhostCard />}
        {nodes.length > 0 && !readOnly && (
          <MiniMap
            ariaLabel={t("map")}
            className="!bg-card !m-3 rounded-lg border border-border"
            maskColor="color-mix(in oklch, var(--muted) 65%, transparent)"
            nodeBorderRadius={24}
            nodeColor={mapColour}
            pannable
            style={{ width: 144, height: 96 }}
            zoomable
          />
        )}
        <HeatLegend />
        <CanvasControls />
      </ReactFlow>
      {empty && !readOnly && <StartTiles />}
      {!readOnly && <StepSearch />}
    </section>
  );
}

/** On the overview a loop is paler than what stands in it. */
const mapColour = ({ type }: StepNode): string =>
  `color-mix(in oklch, var(--muted-foreground) ${type === "loop" ? 18 : 45}%, transparent)`;

function middleOf(document: AutomationDocument, id: string): { x: number; y: number } {
  const box = boxOf(document, id) ?? { x: 0, y: 0, width: 0, height: 0 };
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
