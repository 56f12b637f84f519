import { writeSandbox } from "./bundle-sandbox.mjs";
import { writeTypecheck } from "./bundle-typecheck.mjs";
import { ENTRIES } from "./entries.mjs";
import { root } from "./root.mjs";
import { stamp } from "./stamp.mjs";

/** What every bundle of server code has in common: our modules in one file, packages left where npm put them. */
export const BUNDLE_OPTIONS = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  packages: "external",
  sourcemap: true,
  logLevel: "warning",
};

/** @returns the stamp of the server's bundles. */
export const serverStamp = () =>
  stamp("dist/.server-stamp", [
    "server",
    "core",
    "prisma",
    "messages",
    "scripts",
    "tsconfig.json",
    "package-lock.json",
  ]);

/**
 * Bundles the server.
 * @returns {Promise<void>}
 * @throws after esbuild has said which file is wrong.
 */
export async function bundleServer() {
  const fresh = serverStamp();
  if (fresh.isFresh()) return;
  await bundle(ENTRIES);
  await writeSandbox();
  await writeTypecheck();
  fresh.write();
}

/**
 * Bundles TypeScript into JavaScript under dist/.
 * @param {Record<string, string>} entryPoints name of each output (without ".js") and its source file.
 * @returns {Promise<void>}
 */
export async function bundle(entryPoints) {
  // Not `build`: that leaves a service process behind.
  const { buildSync } = await import("esbuild");
  buildSync({ ...BUNDLE_OPTIONS, entryPoints, outdir: "dist" });
}
