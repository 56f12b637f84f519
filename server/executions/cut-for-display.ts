import { CUT_VALUES_PATH, type CutValue } from "@/core/values/cut-value";
import type { Json } from "@/core/values/json";
import type { ExecutionDetail } from "@/server/executions/get-execution";

/** Of one value's JSON text; a page with larger ones would not be read, and hardly open. */
const MOST_CHARACTERS = 256 * 1_024;
const BEGINNING = 2_000;

/** Cuts the large values of an execution for the page that shows it; each says where the whole is. */
export function cutForDisplay(detail: ExecutionDetail): ExecutionDetail {
  const cut = (value: Json, of: Record<string, string | number>): Json => {
    const text = value === null || typeof value !== "object" ? "" : JSON.stringify(value);
    const size = typeof value === "string" ? value.length : text.length;
    if (size <= MOST_CHARACTERS) return value;
    const query = new URLSearchParams(Object.entries(of).map(([name, given]) => [name, String(given)]));
    const beginning = (typeof value === "string" ? value : text).slice(0, BEGINNING).toWellFormed();
    const stands: CutValue = { $cut: { size, beginning, href: `${CUT_VALUES_PATH}${detail.id}?${query}` } };
    return { ...stands };
  };
  return {
    ...detail,
    output: cut(detail.output, { of: "execution", part: "output" }),
    steps: detail.steps.map((step) => {
      const { nodeId: node, path, attempt } = step;
      const part = (name: string) => ({ of: "step", node, path, attempt, part: name });
      return { ...step, input: cut(step.input, part("input")), output: cut(step.output, part("output")) };
    }),
    effects: detail.effects.map((effect) => {
      const { nodeId: node, path, attempt, ordinal } = effect;
      const part = (name: string) => ({ of: "effect", node, path, attempt, ordinal, part: name });
      return { ...effect, request: cut(effect.request, part("request")), result: cut(effect.result, part("result")) };
    }),
  };
}
