"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { LIBRARY_COMPLETIONS } from "@/components/functions/library-completions";
import { useTRPC } from "@/components/trpc";
import type { CodeCompletion } from "@/components/ui/code-editor";
import { declaredGlobals } from "@/core/compiler/declarations/declared-globals";
import { GLOBAL_DECLARATIONS } from "@/core/compiler/declarations/global-declarations";
import { MILLRACE_DECLARATIONS } from "@/core/compiler/declarations/millrace-declarations";
import type { FunctionSignature } from "@/core/compiler/program";

/** What may be typed in a function: its inputs, what steps lend to code, the accounts, the record types' fields. */
export function useFunctionCompletions(parameters: FunctionSignature["parameters"]): CodeCompletion[] {
  const trpc = useTRPC();
  const { data: connections } = useQuery(trpc.connections.list.queryOptions());
  const { data: modules } = useQuery(trpc.records.modules.queryOptions());
  return useMemo(() => {
    const inputs = parameters.map(
      ({ name, type }): CodeCompletion => ({ label: name, type: "variable", detail: type, boost: 2 }),
    );
    const accounts = (connections ?? []).flatMap(({ linkName, name }) =>
      clientMethods(`connections.${linkName}`, name),
    );
    const records = (modules ?? []).map(
      ({ apiName, plural }): CodeCompletion => ({ label: apiName, type: "enum", detail: plural }),
    );
    const fields = (modules ?? []).flatMap((module) =>
      module.fields.map(
        ({ apiName }): CodeCompletion => ({ label: apiName, type: "property", detail: module.singular }),
      ),
    );
    return [...inputs, ...BUILT_IN, ...LIBRARY_COMPLETIONS, ...accounts, ...records, ...unique(fields)];
  }, [parameters, connections, modules]);
}

const clientMethods = (path: string, detail: string): CodeCompletion[] => [
  { label: `${path}.get`, type: "method", detail, apply: `${path}.get("/")` },
  { label: `${path}.post`, type: "method", detail, apply: `${path}.post("/", {})` },
  { label: `${path}.put`, type: "method", detail, apply: `${path}.put("/", {})` },
  { label: `${path}.patch`, type: "method", detail, apply: `${path}.patch("/", {})` },
  { label: `${path}.delete`, type: "method", detail, apply: `${path}.delete("/")` },
];

/** What code finds without declaring it, as the checker knows it. */
const GLOBALS = declaredGlobals([MILLRACE_DECLARATIONS, GLOBAL_DECLARATIONS]).flatMap(
  ({ detail, members, name }): CodeCompletion[] =>
    members.length > 0
      ? members.map((member) => ({
          label: `${name}.${member.name}`,
          type: member.isMethod ? "function" : "property",
          detail: member.detail,
        }))
      : [{ label: name, type: detail.startsWith("(") ? "function" : "class", detail }],
);
const BUILT_IN: CodeCompletion[] = [
  ...GLOBALS,
  ...["async", "await", "const", "else", "export", "for", "function", "if", "return", "throw"].map(
    (label): CodeCompletion => ({ label, type: "keyword" }),
  ),
];

const unique = (completions: CodeCompletion[]): CodeCompletion[] => [
  ...new Map(completions.map((completion) => [completion.label, completion])).values(),
];
