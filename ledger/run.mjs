import { buildPages, pagesStamp } from "../scripts/build-pages.mjs";
import { bundle, bundleServer } from "../scripts/bundle.mjs";
import { generate } from "../scripts/generate.mjs";
import { root } from "../scripts/root.mjs";

// npm run ledger -- [--seconds 60] [--seed N] [--rate 10] [--roles web,web,worker,worker] [--keep]: see docs/reliability.md.
await generate();
await bundleServer();
if (!pagesStamp().isFresh()) await buildPages();
await bundle({ ledger: "ledger/main.ts" });
const { runLedger } = await import("../dist/ledger.js");
process.exit((await runLedger(root)) ? 0 : 1);
