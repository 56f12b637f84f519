import { createHash } from "node:crypto";
import { formulaProgram } from "@/core/compiler/formula-program";
import { limitsFor } from "@/core/execution/limits";
import type { Json } from "@/core/values/json";
import type { Actor, App } from "@/server/app";
import { workspaceZone } from "@/server/runtime/workspace-zone";

/** While somebody types: what takes longer is not shown. */
const PREVIEW_MS = 1_000;

export interface PreviewInput {
  /** A formula. */
  code: string;
  /** What the names of earlier steps stand for. */
  data: Record<string, Json>;
}

/** What a formula gives, or what it threw; null when that cannot be told without running the automation. */
export type FormulaPreview = { value: Json } | { problem: string } | null;

/** Tells what a formula gives with the data at hand. It runs in the sandbox like any other, and can do nothing outside. */
export async function previewFormula(
  app: App,
  { workspaceId }: Actor,
  { code, data }: PreviewInput,
): Promise<FormulaPreview> {
  const program = formulaProgram(code, Object.keys(data));
  if (!program) return null;
  const { javascript, names } = program;
  const id = createHash("sha256").update(javascript).digest("hex");
  const { end, error, output } = await app.sandbox.run({
    program: { id, workspaceId, javascript, nodeIds: {}, timeZone: await workspaceZone(app, workspaceId) },
    payload: Object.fromEntries(names.map((name) => [name, data[name] ?? null])),
    seed: "preview",
    limits: { ...limitsFor("manual"), activeTimeMs: PREVIEW_MS, hostCalls: 0 },
    stopBeforeEffects: true,
    onEffect: async () => ({ ok: true, value: null }),
    onSteps: () => {},
  }).result;
  if (end === "returned") return { value: output };
  return error?.message ? { problem: error.message } : null;
}
