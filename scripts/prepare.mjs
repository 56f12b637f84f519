// npm run build: installs, generates and builds what changed since the last time. Needs no package to begin with.
import { fileURLToPath } from "node:url";
import { buildPages, pagesStamp } from "./build-pages.mjs";
import { bundleServer, serverStamp } from "./bundle.mjs";
import { generate, generateStamp } from "./generate.mjs";
import { install, installStamp } from "./install.mjs";
import { holdPreparing } from "./preparing-lock.mjs";
import { withProgress } from "./progress.mjs";
import { endChildrenOnSignals } from "./run-child.mjs";

const STEPS = [
  { label: "1/5 Installing", stamp: installStamp, run: install },
  { label: "2/5 Generating the database client", stamp: generateStamp, run: generate },
  { label: "3/5 Building the server", stamp: serverStamp, run: bundleServer },
  { label: "4/5 Building the pages", stamp: pagesStamp, run: buildPages, before: refuseWrongSettings },
];

/** Makes ready what a start needs; ends the process with a sentence when that does not work. */
export async function prepare() {
  requireNode(20, 19);
  const letGo = endChildrenOnSignals();
  try {
    await runSteps();
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
  letGo();
}

async function runSteps() {
  if (STEPS.every((step) => step.stamp().isFresh())) return;
  const release = await holdPreparing(() => console.log("Another start prepares this folder; waiting for it ..."));
  try {
    for (const step of STEPS) {
      if (step.stamp().isFresh()) continue;
      await step.before?.();
      await withProgress(step.label, step.run);
    }
  } finally {
    release();
  }
}

/** Better now than after the longest step. */
async function refuseWrongSettings() {
  const { parseEnv } = await import("../dist/settings.js");
  try {
    parseEnv();
  } catch (error) {
    throw new Error(error.mistakes.map((mistake) => `Millrace cannot start: ${mistake}`).join("\n"));
  }
}

function requireNode(major, minor) {
  const [ourMajor, ourMinor] = process.versions.node.split(".").map(Number);
  if (ourMajor > major || (ourMajor === major && ourMinor >= minor)) return;
  console.error(`Millrace needs Node ${major}.${minor} or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await prepare();
