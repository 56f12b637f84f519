import { useEffect } from "react";
import { useEditorStore } from "@/components/editor/store/editor-context";
import { compile } from "@/core/compiler/compile";

/** A pause in editing of this length checks the draft (milliseconds). */
const DEBOUNCE_MS = 200;

/** Checks the draft with the compiler itself, after each pause in editing. */
export function useProblems(): void {
  const store = useEditorStore();
  useEffect(() => {
    const check = () => {
      const { document, context, setCompiled } = store.getState();
      setCompiled(compile(document, context));
    };
    check();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const unsubscribe = store.subscribe((state, before) => {
      const sameGraph =
        state.document.nodes === before.document.nodes && state.document.edges === before.document.edges;
      if (sameGraph && state.context === before.context) return;
      clearTimeout(timer);
      timer = setTimeout(check, DEBOUNCE_MS);
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [store]);
}
