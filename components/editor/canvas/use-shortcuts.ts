import { useReactFlow } from "@xyflow/react";
import { useEffect } from "react";
import { type Direction, neighbour } from "@/components/editor/canvas/neighbour";
import { useEditorCommands } from "@/components/editor/canvas/use-editor-commands";
import { useEditorStore } from "@/components/editor/store/editor-context";

const ARROWS: Record<string, Direction> = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down" };

/**
 * The editor's keys. None fires inside a field or a dialog, and copying selected text stays the browser's.
 *
 * @param flush saves the draft at once (Ctrl+S)
 */
export function useShortcuts(flush: () => void): void {
  const store = useEditorStore();
  const commands = useEditorCommands();
  const flow = useReactFlow();

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const state = store.getState();
      const control = event.ctrlKey || event.metaKey;
      if (control && event.key.toLowerCase() === "s") {
        event.preventDefault();
        return flush();
      }
      if (control && event.key === "Enter") {
        event.preventDefault();
        return state.show({ testing: true, runOpen: true });
      }
      if (isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      const { selection } = state;
      const handled = control ? withControl() : plain();
      if (handled) event.preventDefault();

      function withControl(): boolean {
        if (key === "z") event.shiftKey ? state.redo() : state.undo();
        else if (key === "y") state.redo();
        else if (key === "a") state.select(state.document.nodes.map((node) => node.id));
        else if (key === "d" && selection.nodes.length > 0) commands.duplicate(selection.nodes);
        else if (event.key === "Delete" || event.key === "Backspace") commands.remove(selection, { rejoin: true });
        else return false;
        return true;
      }

      function plain(): boolean {
        const direction = ARROWS[event.key];
        const current = selection.nodes.at(-1);
        if (event.altKey && event.shiftKey && event.code === "KeyT") commands.tidy();
        else if (event.key === "Delete" || event.key === "Backspace") commands.remove(selection);
        else if (direction) return walk(current, direction);
        else if (event.key === "F2" && current) state.show({ renaming: current });
        else if (event.key === "Enter" && current && !isButton(event.target)) state.show({ wide: true });
        else if (event.key === "Escape") leave();
        else if (event.key === "?") state.show({ shortcuts: true });
        else if (key === "n") document.getElementById("palette-search")?.focus();
        else if (key === "d" && current) commands.toggleDisabled(selection.nodes);
        else if (key === "l" && current) commands.wrap(selection.nodes);
        else if (key === "h" && state.run) state.show({ heat: !state.heat });
        else if (event.key === "+" || event.key === "=") void flow.zoomIn({ duration: 120 });
        else if (event.key === "-") void flow.zoomOut({ duration: 120 });
        else if (event.key === "0") void flow.zoomTo(1, { duration: 120 });
        else if (event.key === "1") void flow.fitView({ duration: 200, padding: 0.2, maxZoom: 1 });
        else return false;
        return true;
      }

      function walk(current: string | undefined, direction: Direction): boolean {
        const next = current ? neighbour(state.document, current, direction) : (state.document.nodes[0]?.id ?? null);
        if (!next) return false;
        state.select([next]);
        commands.reveal(next);
        document
          .querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(next)}"]`)
          ?.focus({ preventScroll: true });
        return true;
      }

      function leave(): void {
        if (state.search) state.show({ search: null });
        else if (state.wide) state.show({ wide: false });
        else state.select([]);
      }
    };

    const onCopy = (event: ClipboardEvent) => {
      const { selection } = store.getState();
      if (isTyping(event.target) || window.getSelection()?.isCollapsed === false || selection.nodes.length === 0)
        return;
      event.clipboardData?.setData("text/plain", commands.copy(selection.nodes));
      if (event.type === "cut") commands.remove(selection);
      event.preventDefault();
    };
    const onPaste = (event: ClipboardEvent) => {
      if (isTyping(event.target)) return;
      if (commands.paste(event.clipboardData?.getData("text/plain") ?? "")) event.preventDefault();
    };

    window.addEventListener("keydown", onKeyDown);
    window.addEventListener("copy", onCopy);
    window.addEventListener("cut", onCopy);
    window.addEventListener("paste", onPaste);
    return () => {
      window.removeEventListener("keydown", onKeyDown);
      window.removeEventListener("copy", onCopy);
      window.removeEventListener("cut", onCopy);
      window.removeEventListener("paste", onPaste);
    };
  }, [store, commands, flow, flush]);
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches("input, textarea, select, [role=textbox], [role=menuitem], [role=option]") ||
    target.closest("[role=dialog], [role=menu]") !== null);

const isButton = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest("button, a") !== null;
