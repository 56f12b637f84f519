import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { firstLine, freePort, start } from "../processes.mjs";

/** The newest that runs on this Node. */
const [major, minor] = process.versions.node.split(".").map(Number);
const VERSION = major > 22 || (major === 22 && minor >= 9) ? "5.0.7" : "4.1.8";

/**
 * Installs Node-RED beside the system's temporary files, once, and starts it with the flows of `node-red/flows.json`. It
 * keeps no history.
 * @param {{ stub: string }} options where the service is that flows call
 * @returns null when it cannot be installed
 */
export async function startNodeRed({ stub }) {
  const home = join(tmpdir(), `millrace-bench-node-red-${VERSION}`);
  const program = join(home, "node_modules/node-red/red.js");
  if (!existsSync(program)) {
    mkdirSync(home, { recursive: true });
    const npm = spawnSync(
      "npm",
      [
        "install",
        `node-red@${VERSION}`,
        "--prefix",
        home,
        "--omit=optional",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
      ],
      { encoding: "utf8" },
    );
    if (npm.status !== 0) {
      console.error(`Node-RED ${VERSION} could not be installed, so it is left out:\n${npm.stderr}`);
      return null;
    }
  }
  const port = await freePort();
  const userFolder = mkdtempSync(join(tmpdir(), "millrace-bench-flows-"));
  const flows = readFileSync(join(import.meta.dirname, "node-red/flows.json"), "utf8").replaceAll("{stub}", stub);
  writeFileSync(join(userFolder, "flows.json"), flows);
  cpSync(join(import.meta.dirname, "node-red/settings.cjs"), join(userFolder, "settings.js"));
  const child = start([program, "--userDir", userFolder, "--port", String(port), join(userFolder, "flows.json")], {
    NODE_ENV: "production",
  });
  await firstLine(child, /(Started flows)/);
  return { pid: child.pid, version: VERSION, urlOf: (workload) => `http://127.0.0.1:${port}/${workload}` };
}
