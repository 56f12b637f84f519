import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { DECLARATIONS } from "@/core/compiler/declarations/declarations";
import type { CheckerAssets } from "@/server/typecheck/protocol";

/** The library up to what the sandbox has: ES2023, without a browser's or Node's own. */
const LIBRARY = /^lib\.(es5|es20(1\d|2[0-3])(\.\w+)*|decorators(\.legacy)?)\.d\.ts$/;

/** Reads what a checker process is started with; 10 MB that nobody keeps. */
export function checkerAssets(): CheckerAssets {
  const compiler = createRequire(import.meta.url).resolve("ts-checker");
  const folder = dirname(compiler);
  const libs = readdirSync(folder).filter((name) => LIBRARY.test(name) && !name.endsWith(".full.d.ts"));
  return {
    compiler: readFileSync(compiler, "utf8"),
    libs: Object.fromEntries(libs.map((name) => [name, readFileSync(join(folder, name), "utf8")])),
    declarations: { ...DECLARATIONS },
  };
}
