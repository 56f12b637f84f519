"use client";

import { useRouter } from "next/navigation";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from "react";
import { destinationsOf } from "@/components/shell/destinations";
import { useMe } from "@/components/shell/use-me";

type Panel = "palette" | "shortcuts" | null;

interface ShellPanels {
  open: Panel;
  show: (panel: Panel) => void;
}

const Context = createContext<ShellPanels>({ open: null, show: () => {} });

/** Which of the shell's windows is open, and a way to open one. */
export const useShellPanels = (): ShellPanels => useContext(Context);

/** How long after `g` the second key counts. */
const SEQUENCE_MS = 1_200;

/** Holds the command palette and the shortcut sheet, and listens to the keys that open them or lead to a page. */
export function ShellPanelsProvider({ children }: { children: ReactNode }) {
  const [open, show] = useState<Panel>(null);
  const { role } = useMe();
  const router = useRouter();
  const goPressedAt = useRef(0);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey) {
        event.preventDefault();
        show((current) => (current === "palette" ? null : "palette"));
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return;
      if (event.key === "?") {
        event.preventDefault();
        show("shortcuts");
        return;
      }
      const destination = destinationsOf(role).find(({ shortcut }) => shortcut === event.key);
      if (destination && event.timeStamp - goPressedAt.current < SEQUENCE_MS) {
        event.preventDefault();
        router.push(destination.href);
      }
      goPressedAt.current = event.key === "g" ? event.timeStamp : Number.NEGATIVE_INFINITY;
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [role, router]);

  const panels = useMemo(() => ({ open, show }), [open]);
  return <Context value={panels}>{children}</Context>;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName);
}
