"use client";

import { useEffect } from "react";

/** Names the tab after what the page shows, once that is known. */
export function usePageTitle(title: string | null | undefined): void {
  useEffect(() => {
    if (title) document.title = `${title} · Millrace`;
  }, [title]);
}
