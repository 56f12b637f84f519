import { fileURLToPath } from "node:url";
import { runChild } from "./run-child.mjs";
import { stamp } from "./stamp.mjs";

/** @returns the stamp of the generated Prisma client. */
export const generateStamp = () =>
  stamp("server/database/generated/.stamp", ["prisma/schema.prisma", "node_modules/prisma/package.json"]);

/**
 * Writes the Prisma client into server/database/generated.
 * The generator needs no engine, but insists on finding one: any executable satisfies it.
 * @returns {Promise<void>}
 * @throws with Prisma's own words when the schema is wrong.
 */
export async function generate() {
  const fresh = generateStamp();
  if (fresh.isFresh()) return;
  const env = {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
  };
  const { status, output } = await runChild([process.execPath, "node_modules/prisma/build/index.js", "generate"], {
    env,
  });
  if (status !== 0) throw new Error(output.trim());
  fresh.write();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await generate();
