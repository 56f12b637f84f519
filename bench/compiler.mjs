import { availableParallelism, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { bundle } from "../scripts/bundle.mjs";
import { bundleTypecheck } from "../scripts/bundle-typecheck.mjs";

// npm run bench -- compiler [--json] [--sizes 10,100,500] [--rounds 9]: how long a graph takes to compile, and its types to be checked.
const { values } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: "boolean", default: false },
    sizes: { type: "string", default: "10,100,500" },
    rounds: { type: "string", default: "9" },
  },
});
const TOO_MANY = 10_000;

await bundle({ "compiler-bench": "bench/compiler/main.ts" });
const { measureCompiler, refuseTooMany } = await import("../dist/compiler-bench.js");
const sizes = values.sizes.split(",").map(Number);
const load = loadavg()[0].toFixed(1);
const rows = await measureCompiler(sizes, Number(values.rounds), await bundleTypecheck());
const refusal = refuseTooMany(TOO_MANY);
if (values.json) console.log(JSON.stringify({ rows, refusal }));
else {
  console.log(`Node ${process.version}, ${availableParallelism()} cores; load average ${load} before; medians, warm`);
  console.log(line("nodes", "compile ms", "a node", "growth", "check ms", "a node", "growth"));
  for (const [at, { nodes, compileMs, checkMs }] of rows.entries()) {
    const before = rows[at - 1];
    const growth = (now, then) => (before ? `${(now / then).toFixed(1)} x` : "");
    console.log(
      line(
        before ? `${nodes} (${nodes / before.nodes} x)` : nodes,
        compileMs.toFixed(1),
        (compileMs / nodes).toFixed(3),
        growth(compileMs, before?.compileMs),
        checkMs.toFixed(0),
        (checkMs / nodes).toFixed(2),
        growth(checkMs, before?.checkMs),
      ),
    );
  }
  console.log(`${TOO_MANY} nodes are refused in ${refusal.ms.toFixed(0)} ms: at most ${refusal.most} are possible`);
}

function line(...cells) {
  return cells.map((cell, at) => String(cell).padStart([12, 12, 8, 8, 10, 8, 8][at])).join("");
}
