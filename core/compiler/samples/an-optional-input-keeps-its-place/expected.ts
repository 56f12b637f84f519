// Gaps
import type { Run } from "millrace";

export default async function gaps(run: Run, trigger: Record<string, unknown>) {
  // When I run it
  run.start("input", trigger);

  // Parts
  const parts = await run.function("parts", () => ({
    first: undefined,
    middle: undefined,
    last: "c",
  }), listParts);

  // Answer
  return run.return("answer", () => parts);
}

// Function listParts, version 1
const listParts = (() => {
function listParts(first?: string, middle?: string, last?: string) {
  return [first ?? "-", middle ?? "-", last ?? "-"];
}

return listParts;
})();
