import { useEffect } from "react";
import { useEditorStore } from "@/components/editor/store/editor-context";
import { useTRPCClient } from "@/components/trpc";

/** When the checker is asked again that could not be reached, or had no answer. */
const AGAIN_MS = 5_000;

/**
 * Asks the server's type checker after each save of the draft. Where it cannot be reached, editing goes on without its
 * findings, and it is asked again a moment later.
 */
export function useTypeFindings(): void {
  const store = useEditorStore();
  const client = useTRPCClient();
  useEffect(() => {
    let busy = false;
    let stopped = false;
    let again: ReturnType<typeof setTimeout> | undefined;
    let asked = { revision: 0, context: store.getState().context };

    const check = async () => {
      const { automationId: id, context, revision, saved: document } = store.getState();
      const isAnswered = asked.revision === revision && asked.context === context;
      if (busy || stopped || isAnswered) return;
      clearTimeout(again);
      busy = true;
      asked = { revision, context };
      const answer = await client.automations.check.query({ id }).catch(() => null);
      busy = false;
      if (stopped) return;
      const { setTyped, types } = store.getState();
      if (answer?.typed && answer.revision === revision) {
        const { diagnostics, types: found } = answer.typed;
        // While the draft does not compile nothing is known anew.
        setTyped({ document, diagnostics }, Object.keys(found).length > 0 ? found : types);
      }
      if (!answer?.typed) again = setTimeout(askAgain, AGAIN_MS);
      void check();
    };
    const askAgain = () => {
      asked = { ...asked, revision: 0 };
      void check();
    };

    void check();
    const unsubscribe = store.subscribe((state, before) => {
      if (state.revision !== before.revision || state.context !== before.context) void check();
    });
    return () => {
      stopped = true;
      clearTimeout(again);
      unsubscribe();
    };
  }, [store, client]);
}
