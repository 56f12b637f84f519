import type { Category } from "@/core/nodes/node-type";
import type { Json } from "@/core/values/json";

/** Something that can be put on the canvas: a kind of step, a service's ready-made action, a function. */
export interface PaletteEntry {
  /** Stable: "condition", "connection/mailing-list/add-member", "function/buildSubscriber". */
  id: string;
  category: Category;
  type: string;
  icon: string;
  title: string;
  /** In small beside the title: a function's arguments. */
  detail?: string;
  /** A function without a version: it can be put in place, but not run yet. */
  notPublished?: boolean;
  /** One sentence, shown on hover. */
  help: string;
  /** Words people may look for instead. */
  synonyms: string;
  /** The new step's label and settings. */
  label: string;
  config: Record<string, Json>;
  /** Entries with the same group unfold below its title. */
  group?: { key: string; title: string; icon: string };
  /** Why it cannot be used here; it is shown disabled. */
  refused?: string;
}

/** The kind of data a dragged entry carries. */
export const ENTRY_DRAG_TYPE = "application/x-millrace-step";
