import { randomBytes } from "node:crypto";
import { uuidv7 } from "uuidv7";
import { type ExecutionLimits, limitsFor } from "@/core/execution/limits";
import type { App } from "@/server/app";
import { workspaceLimits } from "@/server/limits/workspace-limits";
import type { ExecutionRequest } from "@/server/runtime/execution-request";
import type { EffectContext } from "@/server/runtime/host/effect";
import type { KnownEffect } from "@/server/runtime/known-effect";
import type { KnownStep } from "@/server/runtime/sandbox/sandbox";
import { workspaceZone } from "@/server/runtime/workspace-zone";
import { type ExecutionVariables, executionVariables } from "@/server/variables/execution-variables";

/** Every execution starts under this number; whoever takes it over raises it. */
const FIRST_FENCE = 1;

/** What is known of an execution before it starts, or goes on. */
export interface RunFacts {
  id: string;
  fence: number;
  /** Which try of it this is, from 1. */
  attempt: number;
  seed: string;
  limits: ExecutionLimits;
  /** Milliseconds since the epoch. */
  startedAt: number;
  timeZone: string;
  variables: ExecutionVariables;
  /** Starts the execution of an automation that a step calls. */
  startNested: EffectContext["startNested"];
  /** For one that goes on: what was committed. */
  before: Before | null;
}

export interface Before {
  activeMs: number;
  /** Calls of the host by the steps that are not run again. */
  hostCalls: number;
  steps: KnownStep[];
  /** By `effectKey`. */
  effects: ReadonlyMap<string, KnownEffect>;
}

/** Gathers what a new execution starts with. */
export async function newRunFacts(
  app: App,
  request: ExecutionRequest,
  startNested: EffectContext["startNested"],
): Promise<RunFacts> {
  const { workspaceId } = request;
  const id = uuidv7();
  const [timeZone, variables, own] = await Promise.all([
    workspaceZone(app, workspaceId),
    executionVariables(app, { workspaceId, executionId: id }),
    workspaceLimits(app, workspaceId),
  ]);
  return {
    ...{ id, timeZone, variables, startNested, fence: FIRST_FENCE, attempt: 1, before: null },
    seed: randomBytes(8).readBigInt64BE().toString(),
    limits: { ...limitsFor(request.trigger.type, own), ...request.limits },
    startedAt: app.clock.now().getTime(),
  };
}
