import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";

const CHILD = "server/runtime/sandbox/child/main.ts";
const PRELUDE = "server/runtime/sandbox/prelude/main.ts";

/**
 * Bundles the sandbox's process into one text without imports (it is handed to a process that can read no files), with
 * the prelude that runs inside its worlds in it.
 * @returns {Promise<string>} CommonJS, for `createSandbox`'s `childSource`
 */
export async function bundleSandbox() {
  const { buildSync } = await import("esbuild");
  const options = {
    absWorkingDir: root,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    write: false,
    logLevel: "warning",
  };
  const prelude = buildSync({ ...options, entryPoints: [PRELUDE], platform: "neutral", target: "es2023" });
  const child = buildSync({
    ...options,
    entryPoints: [CHILD],
    define: { PRELUDE_SOURCE: JSON.stringify(asExpression(prelude.outputFiles[0].text)) },
  });
  return child.outputFiles[0].text;
}

/** Writes the bundle to where the server looks for it. */
export async function writeSandbox() {
  mkdirSync(join(root, "dist"), { recursive: true });
  writeFileSync(join(root, "dist", "sandbox.cjs"), await bundleSandbox());
}

/** A CommonJS module as an expression whose value is its exports. */
const asExpression = (source) =>
  `(() => { const module = { exports: {} }; ((module, exports) => {${source}\n})(module, module.exports); return module.exports; })()`;
