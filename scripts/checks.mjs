import { runChild } from "./run-child.mjs";

/** The checks that are not tests: name, and the command that fails when something is wrong. */
export const CHECKS = [
  // By its path: another package may take over .bin/tsc.
  { name: "types", command: [process.execPath, "node_modules/typescript/bin/tsc", "--noEmit", "-p", "."] },
  { name: "lint", command: ["node_modules/.bin/biome", "check", "--error-on-warnings", "."] },
];

/**
 * Runs every check, one after the other, and prints what the failing ones say.
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runChecks() {
  let failed = 0;
  for (const { name, command } of CHECKS) {
    const startedAt = Date.now();
    const { status, output } = await runChild(command);
    if (status !== 0) failed += 1;
    if (status !== 0) process.stdout.write(output);
    console.log(`${status === 0 ? "ok    " : "FAILED"} ${name} (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`);
  }
  return { passed: CHECKS.length - failed, failed };
}
