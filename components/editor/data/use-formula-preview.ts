import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { useTRPCClient } from "@/components/trpc";
import type { Json } from "@/core/values/json";
import { readUserCode } from "@/core/values/read-user-code";

/** A pause in typing of this length asks (milliseconds). */
const PAUSE_MS = 400;
/** More data is not sent for a preview, in characters. */
const MOST_DATA = 200_000;

/**
 * What a formula gives with the data at hand, computed in the sandbox after each pause in typing.
 * @param code null asks nothing
 */
export function useFormulaPreview(code: string | null, data: Readonly<Record<string, Json | undefined>>) {
  const client = useTRPCClient();
  const asked = useMemo(() => (code === null ? null : question(code, data)), [code, data]);
  const [settled, setSettled] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(asked), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [asked]);
  const { data: preview } = useQuery({
    queryKey: ["formula-preview", settled],
    queryFn: () => client.automations.previewFormula.mutate(JSON.parse(settled ?? "null")),
    enabled: settled !== null && settled === asked,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return settled === asked ? (preview ?? null) : null;
}

/** The formula with what its names stand for, as JSON text; null when some of it is not at hand, or there is too much. */
function question(code: string, data: Readonly<Record<string, Json | undefined>>): string | null {
  const { fault, free } = readUserCode("formula", code);
  if (fault || free.some(({ name }) => data[name] === undefined)) return null;
  const text = JSON.stringify({ code, data: Object.fromEntries(free.map(({ name }) => [name, data[name]])) });
  return text.length > MOST_DATA ? null : text;
}
