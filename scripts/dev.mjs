// npm run dev: the product from its sources. Pages reload by themselves; the server starts anew when its files change.
import { spawn } from "node:child_process";
import { context } from "esbuild";
import { BUNDLE_OPTIONS } from "./bundle.mjs";
import { writeSandbox } from "./bundle-sandbox.mjs";
import { writeTypecheck } from "./bundle-typecheck.mjs";
import { ENTRIES } from "./entries.mjs";
import { generate } from "./generate.mjs";
import { root } from "./root.mjs";

let server = null;
let stopping = false;

await generate();
const bundles = await context({
  ...BUNDLE_OPTIONS,
  entryPoints: ENTRIES,
  outdir: "dist",
  plugins: [
    {
      name: "restart",
      setup: (build) =>
        build.onEnd(async (result) => {
          if (result.errors.length > 0) return;
          await writeSandbox();
          await writeTypecheck();
          await restart();
        }),
    },
  ],
});
await bundles.watch({ delay: 300 });

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, async () => {
    stopping = true;
    await bundles.dispose();
    await ended(server);
    process.exit(0);
  });
}

async function restart() {
  const former = server;
  server = null;
  await ended(former);
  if (stopping || server) return;
  server = spawn(process.execPath, ["dist/main.js", "--dev"], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, NODE_ENV: "development", NEXT_TELEMETRY_DISABLED: "1" },
    // Ctrl+C reaches this script alone, which stops the server in order.
    detached: true,
  });
}

async function ended(child) {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const over = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await over;
}
