import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { root } from "./root.mjs";

const FILE = `${root}dist/.preparing`;

/**
 * Lets one process at a time install and build in this folder; others wait. A process that was killed holds nothing.
 * @param {() => void} onWait called once when there is something to wait for.
 * @returns {Promise<() => void>} gives the folder free.
 */
export async function holdPreparing(onWait) {
  mkdirSync(`${root}dist`, { recursive: true });
  for (let waits = 0; ; waits += 1) {
    try {
      writeFileSync(FILE, String(process.pid), { flag: "wx" });
      return () => rmSync(FILE, { force: true });
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    const holder = Number(readFile());
    if (!isAlive(holder)) rmSync(FILE, { force: true });
    else {
      if (waits === 0) onWait();
      await sleep(500);
    }
  }
}

function readFile() {
  try {
    return readFileSync(FILE, "utf8");
  } catch {
    return "";
  }
}

function isAlive(pid) {
  if (!pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
