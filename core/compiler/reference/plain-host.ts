import type { CallRequest } from "@/core/compiler/abi";
import type { Json } from "@/core/values/json";

/** What a test's outside world does, by node name; anything else succeeds with an echo of the request. */
export interface HostScript {
  [node: string]: { fails: { code: string; message: string; status?: number; body?: Json } } | { answers: Json };
}

/** The outside world of the differential tests: it has no state, so the order of calls makes no difference. */
export interface PlainHost {
  call(node: string, request: CallRequest): Promise<Json>;
  record(node: string, kind: "get" | "create" | "update", request: Record<string, unknown>): Promise<Json>;
}

/** A failure that the outside world reports. */
export class HostFailure extends Error {
  readonly details: { code: string; message: string; status?: number; body?: Json };

  constructor(details: HostFailure["details"]) {
    super(details.message);
    this.details = details;
  }
}

/** @param pause lets other branches go on before a call comes back */
export function plainHost(script: HostScript, pause: () => Promise<void>): PlainHost {
  const perform = async (node: string, echo: () => Json): Promise<Json> => {
    await pause();
    const told = Object.hasOwn(script, node) ? script[node] : undefined;
    if (!told) return echo();
    if ("fails" in told) throw new HostFailure(told.fails);
    return told.answers;
  };
  return {
    call: (node, request) => perform(node, () => asJson({ ok: true, request })),
    record: (node, kind, request) =>
      perform(node, () =>
        asJson({ id: request.id ?? `new-${node}`, kind, module: request.module, ...(request.data as object) }),
      ),
  };
}

/** @returns the value as JSON keeps it; nothing is null */
export const asJson = (value: unknown): Json =>
  value === undefined ? null : JSON.parse(JSON.stringify(value) ?? "null");
