"use client";

import { useQuery } from "@tanstack/react-query";
import type { inferOutput } from "@trpc/tanstack-react-query";
import { useTRPC } from "@/components/trpc";

type Trpc = ReturnType<typeof useTRPC>;

/** A live button as the pages see it. */
export type LiveButton = inferOutput<Trpc["triggers"]["buttons"]>[number];
/** How a press ended. */
export type PressResult = inferOutput<Trpc["triggers"]["press"]>;

/** The live buttons of a record type; none while they load. */
export function useButtons(module: string): LiveButton[] {
  const trpc = useTRPC();
  return useQuery(trpc.triggers.buttons.queryOptions({ module }, { staleTime: 30_000 })).data ?? NONE;
}

const NONE: LiveButton[] = [];
