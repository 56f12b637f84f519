import { type CauseAction, causeActions } from "@/core/execution/cause-actions";
import { ERRORS, type ExecutionError, type Fault } from "@/core/execution/errors";
import { type Headline, headlineOf } from "@/core/execution/headline";
import { offendingValue } from "@/core/execution/offending-value";
import { type OriginLink, type Origins, originChain } from "@/core/execution/origin-chain";
import type { Json } from "@/core/values/json";

/** Why something went wrong and what to do: everything the cause card says, in keys, values and links. */
export interface Cause {
  /** The step it happened in; null when it belongs to the execution as a whole. */
  step: { nodeId: string; path: string; attempt: number; label: string } | null;
  /** True when an *if it fails* line dealt with it. */
  handled: boolean;
  error: ExecutionError;
  fault: Fault;
  /** Zoho's name for it. */
  zoho: string | null;
  headline: Headline;
  /** What the other side, the rule or the code said, word for word; "" when it said nothing. */
  said: string;
  /** The value they would not take, with its place in what the step was given. */
  offending: { path: string[]; label: string; value: Json } | null;
  /** Where that value came from, nearest first. */
  chain: OriginLink[];
  /** What to do, the best first; at most three. */
  actions: CauseAction[];
}

/** The failed step, or null for an error of the execution as a whole. */
export type FailedStep = { nodeId: string; path: string; attempt: number; handled: boolean; input: Json } | null;

export interface CauseFacts extends Origins {
  automationId: string | null;
  /** The name people know an input by: "E-mail" for `body.email`. */
  labelOf: (nodeId: string, path: string[]) => string;
}

/** Says why a step or an execution failed. Pure: reads the journal it is given and nothing else. */
export function causeOf(error: ExecutionError, step: FailedStep, facts: CauseFacts): Cause {
  const node = facts.document.nodes.find(({ id }) => id === (step?.nodeId ?? error.nodeId));
  const leaf = step && offendingValue(error, step.input);
  const offending = leaf && step && { ...leaf, label: facts.labelOf(step.nodeId, leaf.path) };
  const chain = leaf && step ? originChain(step.nodeId, leaf, facts) : [];
  const entry: { fault: Fault; zoho?: string } = ERRORS[error.code];
  return {
    step: step && { nodeId: step.nodeId, path: step.path, attempt: step.attempt, label: node?.label ?? "" },
    handled: step?.handled ?? false,
    error,
    fault: faultOf(error, chain, entry.fault),
    zoho: entry.zoho ?? null,
    headline: headlineOf(error, { step: node?.label ?? "", offending }),
    said: saidBy(error),
    offending,
    chain,
    actions: causeActions(error, { automationId: facts.automationId, node: node ?? null, chain }),
  };
}

/** A service that refuses a value out of a record is right: the data is at fault. */
const faultOf = (error: ExecutionError, chain: OriginLink[], usual: Fault): Fault => {
  if (error.code === "HTTP_STATUS" && (error.status === 401 || error.status === 403)) return "connection";
  return error.code === "HTTP_STATUS" && chain.length > 0 ? "data" : usual;
};

const SAID_KEYS = ["message", "error", "detail", "description", "title"];

/** The words in an answer's body, else the message as it is. */
function saidBy({ body, message }: ExecutionError): string {
  if (typeof body === "string") return body;
  let at: Json | undefined = body;
  for (let depth = 0; depth < 3 && at !== null && typeof at === "object" && !Array.isArray(at); depth += 1) {
    const held: { [key: string]: Json } = at;
    const key = SAID_KEYS.find((candidate) => Object.hasOwn(held, candidate));
    if (!key) break;
    at = held[key];
    if (typeof at === "string") return at;
  }
  return message;
}
