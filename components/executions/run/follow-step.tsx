"use client";

import { useNodesInitialized, useReactFlow, useStore } from "@xyflow/react";
import { useEffect } from "react";
import { boxOf } from "@/components/editor/canvas/box-of";
import { CARD_HEIGHT, CARD_WIDTH } from "@/components/editor/canvas/card-size";
import { viewCentre } from "@/components/executions/run/view-centre";
import type { AutomationDocument } from "@/core/graph/document";

/** Cards are readable from here on. */
const READABLE_ZOOM = 0.8;
const MOVE_MS = 250;

/** Brings the chosen step towards the middle of the canvas at a size one can read, with as many others as fit. */
export function FollowStep({ document, chosen }: { document: AutomationDocument; chosen: string | null }) {
  const flow = useReactFlow();
  const ready = useNodesInitialized();
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  useEffect(() => {
    const at = chosen ? boxOf(document, chosen) : null;
    if (!ready || !at || !width || !height) return;
    const zoom = Math.max(flow.getZoom(), READABLE_ZOOM);
    const all = flow.getNodesBounds(document.nodes.map((node) => node.id));
    const x = viewCentre(at.x + CARD_WIDTH / 2, { start: all.x, size: all.width }, width / zoom);
    const y = viewCentre(at.y + CARD_HEIGHT / 2, { start: all.y, size: all.height }, height / zoom);
    void flow.setCenter(x, y, { zoom, duration: MOVE_MS });
  }, [flow, ready, document, chosen, width, height]);
  return null;
}
