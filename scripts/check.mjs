// npm run check: types, lint, and the tests that need no database (the architecture test is one of them).
import { runChecks } from "./checks.mjs";
import { prepareTools } from "./prepare-tools.mjs";
import { endChildrenOnSignals } from "./run-child.mjs";
import { runVitest } from "./vitest.mjs";

endChildrenOnSignals();
await prepareTools();
const results = [await runChecks(), await runVitest(["unit"])];
process.exit(results.some(({ failed }) => failed > 0) ? 1 : 0);
