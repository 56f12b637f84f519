"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { CARD_WIDTH, GRID } from "@/components/editor/canvas/card-size";
import { useEditorStore } from "@/components/editor/store/editor-context";
import { cn } from "@/components/ui/cn";
import { placeOf } from "@/core/graph/loops";

interface AddAfterProps {
  node: string;
  handle: string;
  /** The handle, from the card's corner. */
  at: { x: number; y: number };
  connected: boolean;
  /** Only while the pointer is over the card, even when nothing follows yet. */
  quiet?: boolean;
  /** Below the handle instead of to its right. */
  below?: boolean;
  /** How far behind the handle the new step stands. */
  gap?: number;
}

/** The `+` beside a handle: the step search, its choice already joined. */
export function AddAfter({ node, handle, at, connected, quiet = false, below = false, gap = GRID * 7 }: AddAfterProps) {
  const t = useTranslations("editor");
  const store = useEditorStore();
  const hidden = connected || quiet;
  const open = (button: HTMLElement) => {
    const { document, show } = store.getState();
    const corner = placeOf(document, node);
    const box = button.getBoundingClientRect();
    const start = below ? { x: at.x - CARD_WIDTH / 2 + 48, y: at.y + 112 } : { x: at.x + gap, y: at.y };
    show({
      search: {
        at: { x: corner.x + start.x, y: corner.y + start.y },
        screen: { x: box.right + 8, y: box.top - 12 },
        from: { node, handle },
      },
    });
  };
  return (
    <div
      className={cn(
        "step-add nodrag nopan absolute z-10 flex items-center",
        hidden &&
          "pointer-events-none opacity-0 transition-opacity focus-within:opacity-100 group-hover/card:pointer-events-auto group-hover/card:opacity-100",
      )}
      style={below ? { left: at.x - 10, top: at.y + 14 } : { left: at.x + 7, top: at.y - 10 }}
    >
      {!below && <span aria-hidden className={cn("h-px w-4 bg-border", connected && "opacity-0")} />}
      <button
        aria-label={t("card.addAfter")}
        className="flex size-5 items-center justify-center rounded-md border border-border bg-card text-muted-foreground shadow-xs transition-colors hover:border-primary hover:bg-primary hover:text-primary-foreground"
        onClick={(event) => {
          event.stopPropagation();
          open(event.currentTarget);
        }}
        title={t("card.addAfter")}
        type="button"
      >
        <Plus className="size-3.5" />
      </button>
    </div>
  );
}
