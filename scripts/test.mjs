// npm test: everything. Types, lint, unit, integration and browser tests; the last line sums them up.
import { runChecks } from "./checks.mjs";
import { ensureChromium } from "./chromium.mjs";
import { runE2e } from "./e2e.mjs";
import { prepareTools } from "./prepare-tools.mjs";
import { endChildrenOnSignals } from "./run-child.mjs";
import { runVitest } from "./vitest.mjs";

endChildrenOnSignals();
try {
  await prepareTools();
  await ensureChromium();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

const results = [await runChecks(), await runVitest(["unit", "integration"]), await runE2e()];
const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
