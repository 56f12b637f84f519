import { readFileSync, rmSync } from "node:fs";
import { root } from "./root.mjs";
import { runChild } from "./run-child.mjs";

/**
 * Runs vitest and counts.
 * @param {string[]} projects of vitest.config.ts.
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runVitest(projects) {
  const report = `test-results/${projects.join("-")}.json`;
  rmSync(root + report, { force: true });
  const chosen = projects.map((project) => `--project=${project}`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const command = [process.execPath, "node_modules/vitest/vitest.mjs", "run", ...chosen, ...reporters];
  const { status } = await runChild(command, { show: true });
  return countsOf(status, () => {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(root + report, "utf8"));
    const brokenFiles = testResults.filter(
      (file) => file.status === "failed" && file.assertionResults.length === 0,
    ).length;
    return { passed: numPassedTests, failed: numFailedTests + brokenFiles };
  });
}

/** A runner that ended badly without naming a failed test counts as one failure itself. */
export function countsOf(status, read) {
  try {
    const counts = read();
    return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } catch {
    return { passed: 0, failed: 1 };
  }
}
