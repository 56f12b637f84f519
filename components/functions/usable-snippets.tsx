"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { actionSnippet } from "@/components/connections/connection-code";
import type { FunctionDraft } from "@/components/functions/use-function-draft";
import { useTRPC } from "@/components/trpc";
import { LIBRARY_REFERENCE, plainCall } from "@/core/library/reference";
import { findService } from "@/core/services/catalogue";

interface Snippet {
  /** Shown, and inserted unless `insert` says more. */
  code: string;
  insert?: string;
  hint: string;
}

/** What a function can use, typed and ready to insert. */
export function UsableSnippets({ draft }: { draft: FunctionDraft }) {
  const t = useTranslations("functions.use");
  const groups = useSnippets(draft);
  const insert = (text: string) => {
    const view = draft.editor.current;
    if (!view) return;
    view.dispatch(view.state.replaceSelection(text));
    view.focus();
  };
  return (
    <div className="flex flex-col gap-4">
      <p className="text-xs text-muted-foreground">{t("help")}</p>
      {groups.map(({ title, snippets }) => (
        <section key={title}>
          <h2 className="mb-1 text-xs font-medium text-muted-foreground">{title}</h2>
          <SnippetList snippets={snippets} onInsert={insert} />
        </section>
      ))}
      <section>
        <h2 className="mb-1 text-xs font-medium text-muted-foreground">{t("groups.library")}</h2>
        {LIBRARY_SNIPPETS.map(({ group, snippets }) => (
          <details key={group}>
            <summary className="cursor-pointer rounded-md py-1 text-xs">{t(`library.${group}`)}</summary>
            <SnippetList snippets={snippets} onInsert={insert} />
          </details>
        ))}
      </section>
    </div>
  );
}

function SnippetList({ snippets, onInsert }: { snippets: readonly Snippet[]; onInsert: (text: string) => void }) {
  const t = useTranslations("functions.use");
  return (
    <ul className="flex flex-col">
      {snippets.map(({ code, insert: text = code, hint }) => (
        <li key={`${code} ${hint}`}>
          <button
            type="button"
            aria-label={t("insert", { code })}
            title={hint}
            onClick={() => onInsert(text)}
            className="-mx-2 flex w-[calc(100%+1rem)] flex-col rounded-md px-2 py-1 text-left hover:bg-accent"
          >
            <code className="w-full truncate text-xs">{code}</code>
            <span className="w-full truncate text-[0.6875rem] text-muted-foreground">{hint}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

const LIBRARY_SNIPPETS = LIBRARY_REFERENCE.map(({ group, entries }) => ({
  group,
  snippets: entries.map((entry): Snippet => ({ code: plainCall(entry), hint: entry.description })),
}));

function useSnippets({ parameters }: FunctionDraft): { title: string; snippets: Snippet[] }[] {
  const t = useTranslations("functions.use");
  const trpc = useTRPC();
  const { data: connections = [] } = useQuery(trpc.connections.list.queryOptions());
  const { data: modules = [] } = useQuery(trpc.records.modules.queryOptions());
  const module = modules[0]?.apiName ?? "Leads";
  const groups = [
    { title: t("groups.arguments"), snippets: parameters.map(({ name, type }) => ({ code: name, hint: type })) },
    {
      title: t("groups.log"),
      snippets: [
        { code: "console.log(value);", hint: t("hints.log") },
        { code: "console.warn(value);", hint: t("hints.warn") },
      ],
    },
    {
      title: t("groups.connections"),
      snippets: connections.flatMap(({ linkName, name, serviceKey }) => [
        ...(serviceKey === null ? [] : (findService(serviceKey)?.actions ?? [])).map((action) => ({
          code: `connections.${linkName}.${action.method.toLowerCase()}("${action.path}", …)`,
          insert: actionSnippet(linkName, action),
          hint: t("hints.action", { name, action: action.name }),
        })),
        { code: `await connections.${linkName}.get("/")`, hint: t("hints.connection", { name }) },
      ]),
    },
    {
      title: t("groups.http"),
      snippets: [
        { code: 'await http.get("https://", { query: {} })', hint: t("hints.get") },
        { code: 'await http.post("https://", {})', hint: t("hints.post") },
      ],
    },
    {
      title: t("groups.records"),
      snippets: [
        { code: `await records.get("${module}", id)`, hint: t("hints.recordGet") },
        { code: `await records.update("${module}", id, {})`, hint: t("hints.recordUpdate") },
        { code: `await records.create("${module}", {})`, hint: t("hints.recordCreate") },
      ],
    },
    ...modules.map((one) => ({
      title: t("fields", { module: one.plural }),
      snippets: one.fields.map(({ apiName, label, type }) => ({ code: apiName, hint: `${label} · ${type}` })),
    })),
  ];
  return groups.filter(({ snippets }) => snippets.length > 0);
}
