// npm run db:migration -- add_schedules    writes a new migration from what changed in prisma/schema.prisma
// npm run db:migration -- --init           writes the initial migration anew (only until the first release)
import { relative } from "node:path";
import { bundle } from "./bundle.mjs";
import { root } from "./root.mjs";

const name = process.argv[2];

if (!name || !/^(--init|[a-z][a-z0-9_]*)$/.test(name)) {
  console.error("Name the migration in snake case: npm run db:migration -- add_schedules");
  process.exit(2);
}

await bundle({ "write-migration": "server/database/write-migration.ts" });
const { writeMigration } = await import("../dist/write-migration.js");
const folder = await writeMigration(root, name === "--init" ? null : name);
console.log(folder ? `Written: ${relative(root, folder)}` : "The migrations and the schema agree: nothing to write.");
