import { runChild } from "./run-child.mjs";
import { stamp } from "./stamp.mjs";

/** @returns the stamp of Next's build. Pages hold no server code: a change of the server does not count. */
export const pagesStamp = () =>
  stamp(".next/.millrace-stamp", [
    "app",
    "components",
    "core",
    "messages",
    "next.config.mjs",
    "postcss.config.mjs",
    "tsconfig.json",
    "package-lock.json",
  ]);

/**
 * Builds the pages for production.
 * @returns {Promise<void>}
 * @throws with Next's own words.
 */
export async function buildPages() {
  const fresh = pagesStamp();
  const env = { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  const { status, output } = await runChild([process.execPath, "node_modules/next/dist/bin/next", "build"], { env });
  if (status !== 0) throw new Error(output.trim());
  fresh.write();
}
