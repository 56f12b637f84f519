import type { FunctionSignature } from "@/core/compiler/program";
import type { Actor, App } from "@/server/app";
import { type RecentInput, recentInputs } from "@/server/executions/recent-inputs";
import { findFunction } from "@/server/functions/find-function";
import { type FunctionRow, listFunctions } from "@/server/functions/list-functions";
import { newestVersion } from "@/server/functions/newest-version";

export interface FunctionDetail extends FunctionRow {
  /** Of the draft. */
  source: string;
  revision: number;
  /** Of the newest version, which automations call; null while there is none. */
  publishedSignature: FunctionSignature | null;
  /** What it was tested with, newest first. */
  recentInputs: RecentInput[];
}

const INPUTS_SHOWN = 5;

/**
 * One function with its code.
 *
 * @throws AppError NOT_FOUND
 */
export async function getFunction(app: App, actor: Actor, input: { id: string }): Promise<FunctionDetail> {
  const { id, source, revision } = await findFunction(app, actor, input.id);
  const [rows, newest, inputs] = await Promise.all([
    listFunctions(app, actor),
    newestVersion(app, actor, id),
    recentInputs(app, actor, { functionId: id, count: INPUTS_SHOWN }),
  ]);
  const row = rows.find((one) => one.id === id)!;
  return { ...row, source, revision, publishedSignature: newest?.signature ?? null, recentInputs: inputs };
}
