import type { ErrorCode } from "@/core/execution/errors";
import type { EffectKind } from "@/core/execution/journal";
import type { Json } from "@/core/values/json";

/** A failure that the outside world reports. */
export interface HostFailureDetails {
  code: string;
  message: string;
  status?: number;
  body?: Json;
}

/** What a test's outside world does, by node name; anything else succeeds with an answer made of the request. */
export interface HostScript {
  /** `times`: how many tries fail; all of them unless given. */
  [node: string]: { fails: HostFailureDetails; times?: number } | { answers: Json };
}

/** The outside world of the differential tests: it has no state, so the order of effects makes no difference. */
export interface PlainHost {
  perform(node: string, kind: EffectKind, request: Record<string, unknown>, attempt: number): Promise<Json>;
}

/** Thrown by an effect that fails. */
export class HostFailure extends Error {
  readonly details: HostFailureDetails;

  constructor(details: HostFailureDetails) {
    super(details.message);
    this.details = details;
  }
}

/** A failure of the runtime's own. */
export const runtimeFailure = (code: ErrorCode | "NOT_A_LIST", message: string): HostFailure =>
  new HostFailure({ code, message });

/** @param pause lets other branches go on before an effect comes back */
export function plainHost(script: HostScript, pause: () => Promise<void>): PlainHost {
  return {
    perform: async (node, kind, request, attempt) => {
      await pause();
      const told = Object.hasOwn(script, node) ? script[node] : undefined;
      if (told && "answers" in told) return told.answers;
      if (told && attempt <= (told.times ?? Number.POSITIVE_INFINITY)) throw new HostFailure(told.fails);
      return asJson(ANSWERS[kind](node, request));
    },
  };
}

const record = (kind: string) => (node: string, request: Record<string, unknown>) => ({
  id: request.id ?? `new-${node}`,
  kind,
  module: request.module,
  ...(request.data as object),
});

const ANSWERS: Record<EffectKind, (node: string, request: Record<string, unknown>) => unknown> = {
  call: (_node, request) => ({ ok: true, request }),
  "record.get": record("get"),
  "record.create": record("create"),
  "record.update": record("update"),
  "record.upsert": record("upsert"),
  "record.delete": () => null,
  "record.find": (node, { first }) => (first ? { id: `${node}-1` } : [{ id: `${node}-1` }, { id: `${node}-2` }]),
  email: (node) => ({ id: `mail-${node}` }),
  wait: (_node, request) => ({ ...AFTER_WAIT[String(request.for)] }),
  automation: (_node, request) => ({ answer: request.automation }),
  "store.get": () => null,
  "store.set": () => null,
  "file.create": (_node, { name }) => ({ file: SOME_FILE, name, type: "text/plain", size: 1 }),
  "file.read": (_node, { as }) => (as === "json" ? { read: true } : "read"),
};

const SOME_FILE = "0192a000-0000-7000-8000-00000000000f";
const AT = "2026-11-23T09:00:00.000Z";
const AFTER_WAIT: Record<string, object> = {
  time: { at: AT },
  date: { at: AT },
  webhook: { method: "POST", query: {}, headers: {}, body: null },
  approval: { decision: "approved", by: { id: "p1", name: "Ana", email: "ana@example.org" }, comment: "", at: AT },
};

/** @returns the value as JSON keeps it; nothing is null */
export const asJson = (value: unknown): Json =>
  value === undefined ? null : JSON.parse(JSON.stringify(value) ?? "null");
