import type { Actor, App } from "@/server/app";
import { type RecentInput, recentInputs } from "@/server/executions/recent-inputs";
import { findFunction } from "@/server/functions/find-function";
import { type FunctionRow, listFunctions } from "@/server/functions/list-functions";

export interface FunctionDetail extends FunctionRow {
  /** Of the draft. */
  source: string;
  revision: number;
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
  const [rows, inputs] = await Promise.all([
    listFunctions(app, actor),
    recentInputs(app, actor, { functionId: id, count: INPUTS_SHOWN }),
  ]);
  return { ...rows.find((row) => row.id === id)!, source, revision, recentInputs: inputs };
}
