import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./root.mjs";

/**
 * Remembers what a result was made from, to make it again only when that changed.
 * @param {string} file where the stamp is kept, beside the result, so that both are deleted together.
 * @param {string[]} sources files and folders it is made from; tests do not count.
 * @param {string[]} [facts] anything else it depends on, such as the version of Node.
 * @returns {{ isFresh(): boolean, write(): void }}
 */
export function stamp(file, sources, facts = []) {
  const path = join(root, file);
  const hash = createHash("sha256").update(JSON.stringify(facts));
  for (const source of sources)
    for (const found of filesOf(source)) hash.update(`\0${found}\0`).update(readFileSync(join(root, found)));
  const value = hash.digest("hex");
  return {
    isFresh: () => existsSync(path) && readFileSync(path, "utf8") === value,
    write: () => {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, value);
    },
  };
}

function filesOf(source) {
  const path = join(root, source);
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [source];
  return readdirSync(path)
    .sort()
    .filter((name) => name !== "generated" && !/\.test\.tsx?$/.test(name))
    .flatMap((name) => filesOf(join(source, name)));
}
