import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";

/**
 * Bundles the type checker's process into one text without imports; the compiler itself is handed to it when it starts.
 * @returns {Promise<string>} CommonJS, for `createTypeChecker`'s `childSource`
 */
export async function bundleTypecheck() {
  const { buildSync } = await import("esbuild");
  const { outputFiles } = buildSync({
    absWorkingDir: root,
    entryPoints: ["server/typecheck/child/main.ts"],
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    write: false,
    logLevel: "warning",
  });
  return outputFiles[0].text;
}

/** Writes the bundle to where the server looks for it. */
export async function writeTypecheck() {
  mkdirSync(join(root, "dist"), { recursive: true });
  writeFileSync(join(root, "dist", "typecheck.cjs"), await bundleTypecheck());
}
