import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./root.mjs";
import { runChild } from "./run-child.mjs";
import { countsOf } from "./vitest.mjs";

/**
 * Runs the browser tests against a product of their own.
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runE2e() {
  const report = `${root}test-results/e2e.json`;
  rmSync(report, { force: true });
  const dataFolder = mkdtempSync(join(tmpdir(), "millrace-e2e-"));
  try {
    const command = [process.execPath, "node_modules/@playwright/test/cli.js", "test", "--pass-with-no-tests"];
    const { status } = await runChild(command, { show: true, env: { MILLRACE_E2E_DATA: dataFolder } });
    return countsOf(status, () => {
      const { expected, unexpected, flaky } = JSON.parse(readFileSync(report, "utf8")).stats;
      return { passed: expected + flaky, failed: unexpected };
    });
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
}
