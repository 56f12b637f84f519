import { resolve } from "node:path";
import { bundleServer } from "./bundle.mjs";
import { generate } from "./generate.mjs";
import { install, installStamp } from "./install.mjs";

/**
 * Runs `npm run backup` or `npm run restore` and ends the process.
 * @param {"backup" | "restore"} command
 */
export async function backupCommand(command) {
  const [file, ...more] = process.argv.slice(2);
  if (!file || more.length > 0) {
    console.error(`Name one file: npm run ${command} -- millrace.backup`);
    process.exit(2);
  }
  if (!installStamp().isFresh()) await install();
  await generate();
  await bundleServer();
  const { main } = await import("../dist/backup.js");
  // npm runs scripts in the package's folder; a file is meant from where the person is.
  process.exit(await main(command, resolve(process.env.INIT_CWD ?? process.cwd(), file)));
}
