"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/components/trpc";

/** Saves a tick, or a card put away or brought back; shown at once everywhere. */
export function useChangePreferences() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { mutate } = useMutation(
    trpc.users.changePreferences.mutationOptions({
      onSuccess: (preferences) => queries.setQueryData(trpc.users.preferences.queryKey(), preferences),
    }),
  );
  return mutate;
}
