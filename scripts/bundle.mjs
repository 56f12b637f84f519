import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

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

/**
 * Bundles TypeScript into JavaScript under dist/.
 * @param {Record<string, string>} entryPoints name of each output (without ".js") and its source file.
 * @throws after esbuild has said which file is wrong.
 */
export async function bundle(entryPoints) {
  const { buildSync } = await import("esbuild");
  buildSync({ ...BUNDLE_OPTIONS, entryPoints, outdir: "dist" });
}
