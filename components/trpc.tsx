"use client";

import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink, httpSubscriptionLink, splitLink, TRPCClientError } from "@trpc/client";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import superjson from "superjson";
import type { RootRouter } from "@/server/api/root";

const context = createTRPCContext<RootRouter>();

/** `trpc.<router>.<procedure>.queryOptions(…)`, for `useQuery`, `useMutation`, `useSubscription`. */
export const useTRPC = context.useTRPC;
/** For a call outside a query: `client.records.list.query(…)`. */
export const useTRPCClient = context.useTRPCClient;

/** Gives a tree its tRPC client and its query cache. A 401 anywhere leads to sign-in and back. */
export function TrpcProvider({ children }: { children: ReactNode }) {
  const [queryClient] = useState(makeQueryClient);
  const [trpcClient] = useState(makeTrpcClient);
  return (
    <QueryClientProvider client={queryClient}>
      <context.TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
        {children}
      </context.TRPCProvider>
    </QueryClientProvider>
  );
}

/**
 * The code and parameters our server gave with an error.
 *
 * @returns null when the error is not one of our server's
 */
export function appErrorOf(error: unknown): AppErrorData | null {
  if (!(error instanceof TRPCClientError)) return null;
  const data: unknown = error.data;
  if (typeof data !== "object" || data === null || !("appError" in data)) return null;
  return data.appError as AppErrorData;
}

export interface AppErrorData {
  code: string;
  params: Record<string, unknown>;
  details?: unknown;
}

/** @returns a function that puts any error into a sentence of the person's language. */
export function useErrorSentence(): (error: unknown) => string {
  const t = useTranslations("errors");
  const ui = useTranslations("ui");
  return (error) => {
    const appError = appErrorOf(error);
    if (appError && t.has(appError.code as never)) {
      return t(appError.code as never, printable(appError.params) as never);
    }
    const status = httpStatusOf(error);
    if (status === 400) return t("BAD_REQUEST", { reason: firstIssue(error) });
    if (status === null && error instanceof TRPCClientError) return ui("unreachable");
    return ui("unexpected");
  };
}

/** What the input's schema said first, with the field it said it of. */
function firstIssue(error: unknown): string {
  const issues: unknown = error instanceof TRPCClientError ? error.data?.issues : null;
  const [issue] = Array.isArray(issues) ? (issues as { path: (string | number)[]; message: string }[]) : [];
  return issue ? [issue.path.join("."), issue.message].filter(Boolean).join(": ") : "";
}

const printable = (params: Record<string, unknown>): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(params).map(([key, value]) => [
      key,
      typeof value === "string" || typeof value === "number" ? value : JSON.stringify(value),
    ]),
  );

function httpStatusOf(error: unknown): number | null {
  if (!(error instanceof TRPCClientError)) return null;
  const data: unknown = error.data;
  if (typeof data !== "object" || data === null || !("httpStatus" in data)) return null;
  return typeof data.httpStatus === "number" ? data.httpStatus : null;
}

function makeQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: leaveIfSignedOut }),
    mutationCache: new MutationCache({ onError: leaveIfSignedOut }),
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (failures, error) => failures < 2 && (httpStatusOf(error) ?? 500) >= 500,
      },
    },
  });
}

function leaveIfSignedOut(error: unknown) {
  if (httpStatusOf(error) === 401) leaveForSignIn();
}

/** Leads to the sign-in page, and from there back to this one. */
export function leaveForSignIn() {
  const { pathname, search } = window.location;
  if (pathname === "/sign-in" || pathname === "/set-up") return;
  window.location.assign(`/sign-in?back=${encodeURIComponent(pathname + search)}`);
}

function makeTrpcClient() {
  return createTRPCClient<RootRouter>({
    links: [
      splitLink({
        condition: (operation) => operation.type === "subscription",
        true: httpSubscriptionLink({ url: "/api/trpc", transformer: superjson }),
        false: httpBatchLink({ url: "/api/trpc", transformer: superjson, maxURLLength: 4_000, maxItems: 30 }),
      }),
    ],
  });
}
