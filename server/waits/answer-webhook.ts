import type { Json } from "@/core/values/json";
import type { App } from "@/server/app";
import { answerWait } from "@/server/runtime/answer-wait";
import { tokenHash } from "@/server/runtime/wait-ticket";

/** A call as the step that waited for it gets it. */
export interface WebhookCall {
  method: string;
  query: Record<string, string>;
  headers: Record<string, string>;
  body: Json;
}

/** Left out: they are the caller's business with us, or hold what a log must not. */
const PRIVATE_HEADERS = new Set(["authorization", "cookie", "proxy-authorization"]);

/**
 * Ends the wait of the step whose address was called, once.
 *
 * @returns false when the address is not (any more) one that somebody waits at
 */
export async function answerWebhook(app: App, token: string, call: WebhookCall): Promise<boolean> {
  const headers = Object.fromEntries(Object.entries(call.headers).filter(([name]) => !PRIVATE_HEADERS.has(name)));
  const ticket = { where: "token_hash = $1 AND kind = 'webhook'", values: [tokenHash(token)] };
  return answerWait(app, ticket, { ...call, headers });
}
