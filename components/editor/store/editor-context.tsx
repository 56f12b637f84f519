"use client";

import { createContext, type ReactNode, useContext } from "react";
import { useStore } from "zustand";
import type { EditorState, EditorStore } from "@/components/editor/store/editor-store";

const EditorContext = createContext<EditorStore | null>(null);

/** Gives the editor's state to everything below. */
export const EditorProvider = ({ store, children }: { store: EditorStore; children: ReactNode }) => (
  <EditorContext.Provider value={store}>{children}</EditorContext.Provider>
);

/** Reads one piece of the editor's state; the component renders again when that piece changes. */
export function useEditor<T>(select: (state: EditorState) => T): T {
  return useStore(useEditorStore(), select);
}

/** The state itself, for handlers that read it when something happens. */
export function useEditorStore(): EditorStore {
  const store = useContext(EditorContext);
  if (!store) throw new Error("useEditorStore needs an EditorProvider above it");
  return store;
}
