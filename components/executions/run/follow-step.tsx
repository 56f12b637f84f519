"use client";

import { useNodesInitialized, useReactFlow } from "@xyflow/react";
import { useEffect } from "react";
import { CARD_HEIGHT, CARD_WIDTH } from "@/components/editor/canvas/card-size";
import type { AutomationDocument } from "@/core/graph/document";

/** Cards are readable from here on. */
const READABLE_ZOOM = 0.8;
const MOVE_MS = 250;

/** Brings the chosen step into the middle of the canvas at a size one can read. */
export function FollowStep({ document, chosen }: { document: AutomationDocument; chosen: string | null }) {
  const flow = useReactFlow();
  const ready = useNodesInitialized();
  useEffect(() => {
    const at = chosen ? document.layout[chosen] : undefined;
    if (!ready || !at) return;
    const zoom = Math.max(flow.getZoom(), READABLE_ZOOM);
    void flow.setCenter(at.x + CARD_WIDTH / 2, at.y + CARD_HEIGHT / 2, { zoom, duration: MOVE_MS });
  }, [flow, ready, document, chosen]);
  return null;
}
