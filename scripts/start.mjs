// npm start: installs, generates and builds what changed since the last time, then starts.
import { prepare } from "./prepare.mjs";

await prepare();
console.log("5/5 Starting ...");
process.env.NODE_ENV = "production";
process.env.NEXT_TELEMETRY_DISABLED = "1";
await import("../dist/main.js");
