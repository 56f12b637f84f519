import { spawnSync } from "node:child_process";
import { chmod, lchown, lstat, readdir } from "node:fs/promises";
import { join } from "node:path";

const NOBODY = 65_534;

/** How to start PostgreSQL here: it refuses to run as root. */
export interface Unprivileged {
  /** Put in front of the command. */
  prefix: string[];
  identity: { uid?: number; gid?: number };
  /** Makes everything in a folder belong to the user PostgreSQL runs as. */
  own(folder: string): Promise<void>;
}

/**
 * Chooses a way to run PostgreSQL without root's rights: as ourselves; as "nobody" when it can reach the files; else in a
 * user namespace, where our files belong to "nobody".
 * @param binary a program it must be able to run.
 * @param folder a folder it must be able to enter.
 * @throws a sentence when none of them works.
 */
export async function findUnprivileged(binary: string, folder: string): Promise<Unprivileged> {
  if (process.getuid?.() !== 0) return { prefix: [], identity: {}, own: async () => {} };

  await chmod(folder, 0o711);
  const nobody = { uid: NOBODY, gid: NOBODY };
  if (runs([binary, "--version"], nobody) && runs(["test", "-x", folder], nobody)) {
    return { prefix: [], identity: nobody, own: (path) => ownTree(path, NOBODY) };
  }
  const prefix = ["unshare", "--user", `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, "--"];
  if (runs([...prefix, binary, "--version"], {})) {
    return { prefix, identity: {}, own: (path) => ownTree(path, 0) };
  }
  throw new Error(
    "PostgreSQL refuses to run as root, and no other user can reach these files. Start Millrace as an ordinary user, move " +
      "it out of a private folder such as /root, or set DATABASE_URL to a PostgreSQL of your own.",
  );
}

function runs([command = "", ...parameters]: string[], identity: { uid?: number; gid?: number }): boolean {
  return spawnSync(command, parameters, { ...identity, cwd: "/", stdio: "ignore", timeout: 20_000 }).status === 0;
}

/** The folder itself changes hands last: its owner tells whether all of it was done. */
async function ownTree(path: string, id: number): Promise<void> {
  const entry = await lstat(path);
  if (entry.uid === id && entry.gid === id) return;
  if (entry.isDirectory()) {
    for (const name of await readdir(path)) await ownTree(join(path, name), id);
  }
  await lchown(path, id, id);
}
