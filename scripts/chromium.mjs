import { existsSync } from "node:fs";
import { withProgress } from "./progress.mjs";
import { runChild } from "./run-child.mjs";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/**
 * Makes sure that there is a browser for the e2e tests.
 * @returns {Promise<void>}
 * @throws a sentence that says what to install, where this process may not install it itself.
 */
export async function ensureChromium() {
  if (PLACES.some((path) => existsSync(path))) return;
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) {
    throw new Error("The browser tests need Chromium. Install it, on Debian with: sudo apt-get install chromium");
  }
  await withProgress("Installing Chromium", async () => {
    await apt(["update"]);
    await apt(["install", "--yes", "--no-install-recommends", "chromium"]);
  });
}

async function apt(parameters) {
  const { status, output } = await runChild(["apt-get", ...parameters], { env: { DEBIAN_FRONTEND: "noninteractive" } });
  if (status !== 0) throw new Error(`apt-get ${parameters[0]} failed:\n${output.trim()}`);
}
